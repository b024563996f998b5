import type { Span } from '../traffic/span'

/** What a span must say of itself to be placed on a path. Times in milliseconds, of any origin. */
export type PathSpan = Pick<Span, 'spanId' | 'parentSpanId' | 'kind' | 'startMs' | 'endMs'>

/** A stretch of time during which the request waited for nobody but one span. */
export interface PathPart {
  /** Position of the span in the list that was given. */
  readonly span: number
  readonly startMs: number
  readonly endMs: number
}

/** The critical path of a trace. */
export interface CriticalPath {
  /** Position of the root; -1 where there is none. */
  readonly root: number
  /** In the order of time. The first begins with the root, each begins where the one before ends, the last ends with it. */
  readonly parts: readonly PathPart[]
  /** Spans that begin before their parent does. One clock cannot say that: theirs and their parent's differ. */
  readonly skewed: readonly number[]
}

/**
 * Which span a request was waiting for at each moment, found from the end of the root backwards: of the children that
 * had ended by then the one that ended last, and where there is none, the span itself. To make a request faster,
 * something on this path must become faster; what is beside it may take as long as it likes.
 *
 * - In parallel, the call that ends last decides; its siblings are beside the path.
 * - A gap between children is the parent's own time: it worked, or waited for something that has no span.
 * - Nobody waits for a message: the child of a PRODUCER, or a CONSUMER, is beside the path.
 * - A child in the same process that ends after its parent was not waited for either. Across processes (CLIENT above
 *   SERVER) the caller did wait, until it had the answer or gave up: the callee counts within its caller.
 * - Clocks differ between machines. What a child claims outside its parent is cut off, and `skewed` names the children
 *   that begin before their parent. No clock is corrected: a path across skewed clocks is right to within the skew.
 * - Spans that never arrived are a gap. A span whose parent is missing is left out, but for the first to start where
 *   there is no root.
 *
 * Source: Z. Zhang et al., "CRISP: Critical Path Analysis of Large-Scale Microservice Architectures", USENIX ATC 2022,
 * section 3. OpenTelemetry defines no critical path.
 *
 * @param spans of one trace, in any order. An id that occurs twice names its first bearer.
 */
export function criticalPath(spans: readonly PathSpan[]): CriticalPath {
  const { root, children, skewed } = treeOf(spans)
  if (root < 0) return { root, parts: [], skewed }
  const parts: PathPart[] = []
  const open = [{ span: root, fromMs: spans[root]!.startMs, toMs: spans[root]!.endMs }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { span, fromMs, toMs } = next
    const waitedFor = (children.get(span) ?? [])
      .filter((child) => isWaitedFor(spans[span]!, spans[child]!))
      .map((child) => ({
        span: child,
        fromMs: Math.max(spans[child]!.startMs, fromMs),
        toMs: Math.min(spans[child]!.endMs, toMs),
      }))
      .filter((child) => child.fromMs < child.toMs)
      .sort((one, other) => other.toMs - one.toMs || one.fromMs - other.fromMs || one.span - other.span)
    let nowMs = toMs
    for (const child of waitedFor) {
      if (child.toMs > nowMs) continue
      if (child.toMs < nowMs) parts.push({ span, startMs: child.toMs, endMs: nowMs })
      open.push(child)
      nowMs = child.fromMs
    }
    if (nowMs > fromMs) parts.push({ span, startMs: fromMs, endMs: nowMs })
  }
  parts.sort((one, other) => one.startMs - other.startMs)
  return { root, parts, skewed }
}

/** How long each span of a list is on the path, in milliseconds: its own share, without that of its children. */
export function pathTimes(path: CriticalPath, spanCount: number): Float64Array {
  const times = new Float64Array(spanCount)
  for (const { span, startMs, endMs } of path.parts) times[span] = times[span]! + endMs - startMs
  return times
}

function isWaitedFor(parent: PathSpan, child: PathSpan): boolean {
  if (parent.kind === 'PRODUCER' || child.kind === 'CONSUMER') return false
  return (parent.kind === 'CLIENT' && child.kind === 'SERVER') || child.endMs <= parent.endMs
}

function treeOf(spans: readonly PathSpan[]) {
  const positions = new Map<string, number>()
  for (const [at, { spanId }] of spans.entries()) if (!positions.has(spanId)) positions.set(spanId, at)
  const children = new Map<number, number[]>()
  const skewed: number[] = []
  let root = -1
  for (const [at, { parentSpanId, startMs }] of spans.entries()) {
    const parent = parentSpanId === '' ? undefined : positions.get(parentSpanId)
    if (parent === undefined) {
      if (root < 0 || isRootBefore(spans[at]!, spans[root]!)) root = at
      continue
    }
    if (startMs < spans[parent]!.startMs) skewed.push(at)
    const siblings = children.get(parent)
    if (siblings) siblings.push(at)
    else children.set(parent, [at])
  }
  return { root, children, skewed }
}

/** A span without a parent goes before one whose parent is missing; then the earlier. */
function isRootBefore(one: PathSpan, other: PathSpan): boolean {
  const isReal = (span: PathSpan) => span.parentSpanId === ''
  return isReal(one) === isReal(other) ? one.startMs < other.startMs : isReal(one)
}
