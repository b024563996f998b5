import type { HopSpan } from './hop'

/** One line of a trace's tree. */
export interface TreeRow {
  readonly span: HopSpan
  /** 0 for a span that hangs on none of the others. */
  readonly depth: number
  /** It names a parent, and nobody here has it. */
  readonly isOrphan: boolean
}

/** What a backend draws: all spans that share one trace id. */
export interface TraceTree {
  readonly traceId: string
  readonly rows: readonly TreeRow[]
}

/** Puts spans together as a backend does: by trace id, then by parent; all in the order in which they came. */
export function growTraces(spans: readonly HopSpan[]): TraceTree[] {
  const traceIds = [...new Set(spans.map((span) => span.traceId))]
  return traceIds.map((traceId) => {
    const own = spans.filter((span) => span.traceId === traceId)
    const ids = new Set(own.map((span) => span.spanId))
    const rows: TreeRow[] = []
    const grow = (span: HopSpan, depth: number) => {
      rows.push({ span, depth, isOrphan: depth === 0 && span.parentSpanId !== null })
      for (const child of own) if (child.parentSpanId === span.spanId) grow(child, depth + 1)
    }
    for (const span of own) if (span.parentSpanId === null || !ids.has(span.parentSpanId)) grow(span, 0)
    return { traceId, rows }
  })
}
