import type { LogRecord } from '../../engine/traffic/logs'
import type { Span } from '../../engine/traffic/span'
import type { TraceStore } from '../trace/trace-store'
import { functionKey } from './graph'
import type { Detail } from './params'

/** A trace with the spans that the chosen instrumentation makes: the same request, told at another length. */
export interface InstrumentedTrace {
  readonly spans: readonly Span[]
  readonly logs: readonly LogRecord[]
}

/** Shorter waits for a connection are not worth a span (ms). */
const leastWaitMs = 1

/** The trace of the consumer that links to a request's message; null where there is none. */
export function consumerTrace({ batch }: TraceStore, trace: number): number | null {
  for (let link = 0; link < batch.linkCount; link += 1)
    if (batch.trace[batch.linkTo[link]!] === trace) return batch.trace[batch.linkFrom[link]!]!
  return null
}

/** What is recorded of one request: which spans are made of it. */
export function instrument(store: TraceStore, trace: number, detail: Detail): InstrumentedTrace {
  const all = store.spansOf(trace)
  const logs = store.logsOf(trace)
  if (detail === 'functions') return withWaits(store, trace, all, all, logs)
  const spans = withoutFunctions(all)
  return detail === 'waits' ? withWaits(store, trace, all, spans, logs) : { spans, logs }
}

/** Without the spans of single functions; what hung on one hangs on the nearest span above it that is left. */
function withoutFunctions(spans: readonly Span[]): Span[] {
  const isFunction = (span: Span) => functionKey in span.attributes
  const above = new Map(spans.filter(isFunction).map((span) => [span.spanId, span.parentSpanId]))
  return spans
    .filter((span) => !isFunction(span))
    .map((span) => {
      let parentSpanId = span.parentSpanId
      for (let up = above.get(parentSpanId); up !== undefined; up = above.get(parentSpanId)) parentSpanId = up
      return { ...span, parentSpanId }
    })
}

/** With a span for each wait for a connection; the warning of the wait was written in it. */
function withWaits(
  { batch }: TraceStore,
  trace: number,
  all: readonly Span[],
  spans: readonly Span[],
  logs: readonly LogRecord[],
): InstrumentedTrace {
  const first = batch.firstSpan[trace]!
  const waits: Span[] = []
  for (let wait = 0; wait < batch.waitCount; wait += 1) {
    const query = all[batch.waitRow[wait]! - first]
    const ms = batch.waitMs[wait]!
    if (query === undefined || query.kind !== 'CLIENT' || ms < leastWaitMs) continue
    waits.push({
      ...query,
      spanId: [...query.spanId].reverse().join(''),
      name: 'wait for a connection',
      kind: 'INTERNAL',
      status: 'UNSET',
      startMs: query.startMs - ms,
      endMs: query.startMs,
      attributes: { 'db.client.connection.pool.name': `${query.resource['service.name']}-pool` },
      links: [],
    })
  }
  const waitOf = (log: LogRecord) =>
    waits.find((wait) => wait.parentSpanId === log.spanId && wait.endMs === log.timeMs)
  return {
    spans: [...spans, ...waits],
    logs: logs.map((log) => ({ ...log, spanId: waitOf(log)?.spanId ?? log.spanId })),
  }
}
