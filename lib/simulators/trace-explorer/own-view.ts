import { httpDurationBoundaries } from '../../engine/metrics/aggregation'
import { bucketIndex } from '../../engine/metrics/bucket'
import { openTrace } from '../trace/open-trace'
import { collectMs, type Heat, type HeatMark } from './heat'
import { type Opened, openedTrace } from './opened'
import { readTrace } from './own-trace'
import { trafficMs } from './traffic'

/** The histogram of one request alone, and that request, opened. Null for a text that is no trace. */
export function openOwn(text: string): { heat: Heat; opened: Opened } | null {
  const own = readTrace(text)
  const trace = own && openTrace(own.spans, own.logs)
  if (!own || !trace) return null
  const boundaries = httpDurationBoundaries
  const bucket = bucketIndex(boundaries, trace.rootMs / 1000)
  const mark: HeatMark = {
    ...{ column: 0, bucket, value: trace.rootMs / 1000, timeMs: trace.startMs + trace.rootMs },
    ...{ traceId: trace.traceId, spanId: trace.rows[0]!.span.spanId, trace: 0 },
    ...{ failed: trace.rows[0]!.span.status === 'ERROR', linked: true },
  }
  const counts = Array.from({ length: trafficMs / collectMs }, (_, column) =>
    Array.from({ length: boundaries.length + 1 }, (_, each) => Number(column === 0 && each === bucket)),
  )
  return { heat: { boundaries, counts, marks: [mark] }, opened: openedTrace(mark, trace, own.steps) }
}
