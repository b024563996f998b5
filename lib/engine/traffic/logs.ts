import type { Attributes, AttributeValue } from '../attribute'
import { spanIdOf, traceIdOf } from './span'
import type { SpanBatch } from './span-batch'

/** What a record may say, by position. Severity numbers as in specification/logs/data-model.md, SeverityNumber. */
export const logTemplates = [
  { severityNumber: 9, severityText: 'INFO', body: 'request handled' },
  { severityNumber: 17, severityText: 'ERROR', body: 'request failed' },
  { severityNumber: 13, severityText: 'WARN', body: 'trying again after a failure' },
  { severityNumber: 17, severityText: 'ERROR', body: 'no connection within the pool’s timeout' },
  { severityNumber: 9, severityText: 'INFO', body: 'message processed' },
  { severityNumber: 13, severityText: 'WARN', body: 'waited long for a connection' },
] as const

const handled = 0
const failed = 1
const retried = 2
const poolTimeout = 3
const processed = 4
const waited = 5

/** From how many milliseconds on a wait for a connection is worth a warning. */
const longWaitMs = 250

/** Log records as columns, in the order of their spans; the warnings of waits stand last. */
export interface LogBatch {
  readonly count: number
  /** The span that was active, by its row. */
  readonly row: Uint32Array
  /** Position in `logTemplates`. */
  readonly template: Uint8Array
  /** Milliseconds since the start of the run. */
  readonly timeMs: Float64Array
}

/** A log record as a plain object. It has the ids of the active span, and no parent's. */
export interface LogRecord {
  readonly timeMs: number
  readonly severityNumber: number
  readonly severityText: string
  readonly body: string
  readonly traceId: string
  readonly spanId: string
  readonly traceFlags: number
  readonly attributes: Attributes
  readonly resource: Attributes
}

/**
 * What the services of the same requests log: one record for each request or message, at its end, a warning for each
 * further try and each long wait for a connection that came in the end, and an error where a failure starts, not at
 * every span that it climbs to.
 */
export function logsOf(batch: SpanBatch): LogBatch {
  const room = 2 * batch.spanCount + batch.waitCount
  const logs = {
    count: 0,
    row: new Uint32Array(room),
    template: new Uint8Array(room),
    timeMs: new Float64Array(room),
  }
  const add = (template: number, row: number, timeMs: number) => {
    logs.row[logs.count] = row
    logs.template[logs.count] = template
    logs.timeMs[logs.count] = timeMs
    logs.count += 1
  }
  const hasFailedChild = new Uint8Array(batch.spanCount)
  for (let row = 0; row < batch.spanCount; row += 1) {
    if (batch.status[row] === 2 && batch.parent[row]! >= 0) hasFailedChild[batch.parent[row]!] = 1
  }
  const errorType = batch.columns.find((column) => column.key === 'error.type')
  const resends = batch.columns.find((column) => column.key === 'http.request.resend_count')
  for (let row = 0; row < batch.spanCount; row += 1) {
    const kind = batch.kind[row]!
    if (resends && resends.codes[row] !== 0) add(retried, row, batch.start[row]!)
    if (batch.status[row] === 2 && !hasFailedChild[row]) {
      const reason = errorType?.decode(errorType.codes[row]!)
      add(reason === 'connection_pool_timeout' ? poolTimeout : failed, row, batch.end[row]!)
    }
    if (kind === 1) add(handled, row, batch.end[row]!)
    else if (kind === 4) add(processed, row, batch.end[row]!)
  }
  for (let wait = 0; wait < batch.waitCount; wait += 1) {
    const row = batch.waitRow[wait]!
    // The span that was active while it waited is the query's parent: the query had not begun.
    if (batch.kind[row] === 2 && batch.waitMs[wait]! >= longWaitMs)
      add(waited, batch.parent[row]!, batch.start[row]!)
  }
  return logs
}

/** Materialises record `index`. RangeError for one that is not there. */
export function toLogRecord(batch: SpanBatch, logs: LogBatch, index: number): LogRecord {
  if (!(index >= 0 && index < logs.count)) throw new RangeError(`No log record ${index}`)
  const row = logs.row[index]!
  const trace = batch.trace[row]!
  const attributes: Record<string, AttributeValue> = {}
  for (const column of batch.columns) {
    const value = column.decode(column.codes[row]!)
    if (value !== undefined) attributes[column.key] = value
  }
  return {
    ...logTemplates[logs.template[index]!]!,
    timeMs: logs.timeMs[index]!,
    traceId: traceIdOf(batch, trace),
    spanId: spanIdOf(batch, row),
    traceFlags: batch.traceFlags[trace]!,
    attributes,
    resource: batch.catalog.resources[batch.resource[row]!]!.attributes,
  }
}
