import type { Attributes } from '../attribute'
import type { SpanKind } from '../span-kind'
import { AttributeColumn } from './attribute-column'

/** The three codes of a status, by position. Source: specification/trace/api.md Set Status. */
export const spanStatuses = ['UNSET', 'OK', 'ERROR'] as const
export type SpanStatus = (typeof spanStatuses)[number]

/** What the spans of one operation have in common: written once, referred to by `SpanBatch.operation`. */
export interface SpanOperation {
  /** The span's name: low cardinality, `{method} {route}` for HTTP. */
  readonly name: string
  readonly kind: SpanKind
  /** Position in `SpanCatalog.services`. */
  readonly service: number
  /** Attributes that every span of the operation carries. The batch's columns add to them. */
  readonly attributes: Attributes
}

/** What a batch's small numbers refer to. Append only: a position once given out keeps its meaning. */
export interface SpanCatalog {
  /** Values of `service.name`. */
  readonly services: readonly string[]
  readonly operations: readonly SpanOperation[]
  /** One per running instance of a service. Flat attribute sets. */
  readonly resources: readonly { readonly service: number; readonly attributes: Attributes }[]
}

const initialSpans = 1024
const initialTraces = 128

/**
 * Spans as a struct of arrays. Row i of every column is one span; rows `0 .. spanCount` are valid, the rest is room.
 * `clear()` keeps the room, so that one batch can serve a whole run without garbage.
 *
 * Rows of one trace that were generated together are contiguous: `firstSpan[t] .. firstSpan[t + 1]`, root first, every
 * parent before its children. Times are milliseconds since the start of the run.
 *
 * Columns are replaced when the batch grows: take them afresh after `reserveSpans` or `reserveTraces`.
 */
export class SpanBatch {
  spanCount = 0
  traceCount = 0
  linkCount = 0

  /** Four big-endian 32-bit words per trace: `traceIds[4 * t .. 4 * t + 4]`. */
  traceIds = new Uint32Array(4 * initialTraces)
  /** First row of each trace, and one past the last trace the end: length traceCount + 1. */
  firstSpan = new Uint32Array(initialTraces + 1)
  /** W3C trace-flags of each trace (bit 0 sampled, bit 1 random). */
  traceFlags = new Uint8Array(initialTraces)

  /** Row of the trace in the trace columns. */
  trace = new Uint32Array(initialSpans)
  /** Two big-endian 32-bit words per span. */
  spanIds = new Uint32Array(2 * initialSpans)
  /** Row of the parent span in this batch, -1 for a root. */
  parent = new Int32Array(initialSpans)
  /** Position in `catalog.operations`. */
  operation = new Uint16Array(initialSpans)
  /** Position in `catalog.services`. */
  service = new Uint16Array(initialSpans)
  /** Position in `catalog.resources`. */
  resource = new Uint16Array(initialSpans)
  /** Position in `spanKinds`. */
  kind = new Uint8Array(initialSpans)
  /** Position in `spanStatuses`. */
  status = new Uint8Array(initialSpans)
  /** Milliseconds since the start of the run. */
  start = new Float64Array(initialSpans)
  /** Milliseconds since the start of the run; never before `start`. */
  end = new Float64Array(initialSpans)
  /** Milliseconds since the start of the run at which the span reaches the Collector; never before `end`. */
  arrival = new Float64Array(initialSpans)

  /** Span links, sparse: link k points from row `linkFrom[k]` to row `linkTo[k]`. */
  linkFrom = new Uint32Array(64)
  linkTo = new Uint32Array(64)

  waitCount = 0
  /** What was waited for a pooled connection, sparse: by the query in row `waitRow[k]`, or by the caller there whose wait ran out. */
  waitRow = new Uint32Array(64)
  /** Milliseconds. */
  waitMs = new Float64Array(64)

  /** Attributes that vary within an operation. */
  readonly columns: AttributeColumn[] = []

  constructor(readonly catalog: SpanCatalog) {}

  /** The column of an attribute, made where it does not exist. A prefix makes it numbered (see AttributeColumn). */
  column(key: string, prefix: string | null = null): AttributeColumn {
    const known = this.columns.find((column) => column.key === key)
    if (known) return known
    const column = new AttributeColumn(key, this.parent.length, prefix)
    this.columns.push(column)
    return column
  }

  /** Forgets all rows and keeps the room, the columns and their dictionaries. */
  clear(): void {
    for (const column of this.columns) column.codes.fill(0, 0, this.spanCount)
    this.spanCount = 0
    this.traceCount = 0
    this.linkCount = 0
    this.waitCount = 0
  }

  /** Makes room for `more` spans after the last one. */
  reserveSpans(more: number): void {
    const wanted = this.spanCount + more
    if (wanted <= this.parent.length) return
    const capacity = Math.max(wanted, this.parent.length * 2)
    this.trace = grown(this.trace, new Uint32Array(capacity))
    this.spanIds = grown(this.spanIds, new Uint32Array(2 * capacity))
    this.parent = grown(this.parent, new Int32Array(capacity))
    this.operation = grown(this.operation, new Uint16Array(capacity))
    this.service = grown(this.service, new Uint16Array(capacity))
    this.resource = grown(this.resource, new Uint16Array(capacity))
    this.kind = grown(this.kind, new Uint8Array(capacity))
    this.status = grown(this.status, new Uint8Array(capacity))
    this.start = grown(this.start, new Float64Array(capacity))
    this.end = grown(this.end, new Float64Array(capacity))
    this.arrival = grown(this.arrival, new Float64Array(capacity))
    for (const column of this.columns) column.grow(capacity)
  }

  /** Makes room for `more` traces after the last one. */
  reserveTraces(more: number): void {
    const wanted = this.traceCount + more
    if (wanted <= this.traceFlags.length) return
    const capacity = Math.max(wanted, this.traceFlags.length * 2)
    this.traceIds = grown(this.traceIds, new Uint32Array(4 * capacity))
    this.firstSpan = grown(this.firstSpan, new Uint32Array(capacity + 1))
    this.traceFlags = grown(this.traceFlags, new Uint8Array(capacity))
  }

  /** Notes a link from one row to another. Source: specification/overview.md, Links between spans. */
  addLink(from: number, to: number): void {
    if (this.linkCount === this.linkFrom.length) {
      this.linkFrom = grown(this.linkFrom, new Uint32Array(2 * this.linkCount))
      this.linkTo = grown(this.linkTo, new Uint32Array(2 * this.linkCount))
    }
    this.linkFrom[this.linkCount] = from
    this.linkTo[this.linkCount] = to
    this.linkCount += 1
  }

  /** Notes that the work of a row waited for a connection. */
  addWait(row: number, ms: number): void {
    if (this.waitCount === this.waitRow.length) {
      this.waitRow = grown(this.waitRow, new Uint32Array(2 * this.waitCount))
      this.waitMs = grown(this.waitMs, new Float64Array(2 * this.waitCount))
    }
    this.waitRow[this.waitCount] = row
    this.waitMs[this.waitCount] = ms
    this.waitCount += 1
  }
}

function grown<T extends { set(from: T): void }>(from: T, into: T): T {
  into.set(from)
  return into
}
