import { type LogBatch, type LogRecord, logsOf, toLogRecord } from '../../engine/traffic/logs'
import { type Span, toSpan } from '../../engine/traffic/span'
import type { SpanBatch } from '../../engine/traffic/span-batch'

/** The spans and the log records of a batch, by the trace that they belong to. */
export interface TraceStore {
  readonly batch: SpanBatch
  readonly logs: LogBatch
  spansOf(trace: number): Span[]
  logsOf(trace: number): LogRecord[]
}

/** Sorts the logs by trace once; spans lie together already. */
export function createTraceStore(batch: SpanBatch): TraceStore {
  const logs = logsOf(batch)
  const byTrace = new Map<number, number[]>()
  for (let index = 0; index < logs.count; index += 1) {
    const trace = batch.trace[logs.row[index]!]!
    const own = byTrace.get(trace)
    if (own) own.push(index)
    else byTrace.set(trace, [index])
  }
  return {
    batch,
    logs,
    spansOf(trace) {
      const spans: Span[] = []
      for (let row = batch.firstSpan[trace]!; row < batch.firstSpan[trace + 1]!; row += 1)
        spans.push(toSpan(batch, row))
      return spans
    },
    logsOf: (trace) => (byTrace.get(trace) ?? []).map((index) => toLogRecord(batch, logs, index)),
  }
}
