import type { SpanAttributes, SpanAttributeValue } from './span-data'

/**
 * Spans as a struct of arrays: what the traffic generator's SpanBatch is, said as a shape so that any other source of
 * columns may be sampled too. Row i of each column is one span; times are milliseconds.
 */
export interface SpanColumns {
  readonly spanCount: number
  readonly traceCount: number
  /** Four big-endian 32-bit words per trace. */
  readonly traceIds: ArrayLike<number>
  /** First row of each trace, and one past the last trace the end. */
  readonly firstSpan: ArrayLike<number>
  /** W3C trace-flags per trace. */
  readonly traceFlags: ArrayLike<number>
  /** Row of the trace, per span. */
  readonly trace: ArrayLike<number>
  /** Row of the parent, per span; -1 for a root. */
  readonly parent: ArrayLike<number>
  readonly operation: ArrayLike<number>
  readonly resource: ArrayLike<number>
  readonly kind: ArrayLike<number>
  /** 0 UNSET, 1 OK, 2 ERROR. */
  readonly status: ArrayLike<number>
  readonly start: ArrayLike<number>
  readonly end: ArrayLike<number>
  readonly columns: readonly AttributeCodes[]
  readonly catalog: {
    readonly operations: readonly { readonly name: string; readonly attributes: SpanAttributes }[]
    readonly resources: readonly { readonly attributes: SpanAttributes }[]
  }
}

/** One attribute as codes per span: 0 where it is absent, otherwise standing for `decode(code)`. */
export interface AttributeCodes {
  readonly key: string
  readonly codes: ArrayLike<number>
  decode(code: number): SpanAttributeValue | undefined
}
