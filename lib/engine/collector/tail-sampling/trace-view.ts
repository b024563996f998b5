import type { ResourceSpansData, SpanAttributeValue, SpanData } from './span-data'

/** A span with its surroundings, for conditions that may ask for anything. */
export interface LocatedSpan {
  readonly span: SpanData
  readonly resourceSpans: ResourceSpansData
}

/**
 * Spans in rows, seen through columns. Policies are compiled against a table once and then run over any trace in it,
 * whether the rows are plain objects or a generator's typed arrays.
 */
export interface SpanTable {
  /** 0 UNSET, 1 OK, 2 ERROR, by row. */
  readonly status: ArrayLike<number>
  /** Milliseconds, by row. */
  readonly start: ArrayLike<number>
  readonly end: ArrayLike<number>
  /**
   * A test on one attribute, of the span or of its resource. `onSpan` and `onResource` are asked with the value
   * where there is one; the answer is true where either of them says so.
   */
  attributeTest(
    key: string,
    onSpan: (value: SpanAttributeValue) => boolean,
    onResource: (value: SpanAttributeValue) => boolean,
  ): (row: number) => boolean
  flags(row: number): number
  traceState(row: number): string
  locate(row: number): LocatedSpan
  /** The size of the group of rows as one protobuf TracesData entry, in bytes. */
  sizeBytes(rows: ArrayLike<number> | null, from: number, to: number): number
}

/** The rows of one trace. Reused from trace to trace: a policy must not keep it. */
export interface TraceView {
  /** Row numbers, or null where the rows are `from .. to` themselves. */
  rows: ArrayLike<number> | null
  from: number
  /** One past the last. */
  to: number
  /** Spans received, whether or not their rows are here (span-ingest shows only the newest). */
  spanCount: number
  /** The size of the rows as protobuf in bytes, where the caller knows it; -1 to have the table work it out. */
  sizeBytes: number
  /** The trace id as four big-endian 32-bit words, `idWords[idAt .. idAt + 4]`. */
  idWords: ArrayLike<number>
  idAt: number
}
