/** A span as far as its place in time and in the tree matters. Times in any unit, the same for all. */
export interface PathSpan {
  readonly id: string
  /** Null for the root. */
  readonly parent: string | null
  readonly start: number
  readonly end: number
}

/** A stretch of the critical path: from `start` to `end` the request waited for this span's own work. */
export interface PathSegment {
  readonly span: string
  readonly start: number
  readonly end: number
}

/**
 * Which span the request waited for at each moment. From the end of the root backwards: of the children that had
 * ended by then the one that ended last, and inside it the same again; where there is none, the span itself. A child
 * that ends after that moment ran beside the path, and so did one that began before its parent.
 *
 * The segments are in order of time, without gap or overlap, and together as long as the root; none where there is no
 * root. Source: the definition of the critical path of a call tree in "Distributed Latency Profiling through Critical
 * Path Tracing" (Eaton et al., ACM Queue 2022), on the spans of OpenTelemetry's specification/trace/api.md.
 */
export function criticalPath(spans: readonly PathSpan[]): PathSegment[] {
  const root = spans.find((span) => span.parent === null)
  if (!root) return []
  const childrenOf = new Map<string, PathSpan[]>()
  for (const span of spans) {
    if (span.parent === null) continue
    const siblings = childrenOf.get(span.parent)
    if (siblings) siblings.push(span)
    else childrenOf.set(span.parent, [span])
  }
  for (const siblings of childrenOf.values()) siblings.sort((a, b) => b.end - a.end || b.start - a.start)
  const segments: PathSegment[] = []
  const walk = (span: PathSpan): void => {
    let now = span.end
    for (const child of childrenOf.get(span.id) ?? []) {
      if (child.end > now || child.start < span.start || child.end <= child.start) continue
      if (child.end < now) segments.push({ span: span.id, start: child.end, end: now })
      walk(child)
      now = child.start
    }
    if (now > span.start) segments.push({ span: span.id, start: span.start, end: now })
  }
  walk(root)
  return segments.reverse()
}
