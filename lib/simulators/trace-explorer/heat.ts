import { bucketIndex } from '../../engine/metrics/bucket'
import { MetricStream } from '../../engine/metrics/metric-stream'
import { streamsOf } from '../../engine/metrics/view'
import type { Random } from '../../engine/random'
import { measurementAttributes, measurementsOf, trafficInstruments } from '../../engine/traffic/measurements'
import { spanIdOf, traceIdOf } from '../../engine/traffic/span'
import type { SpanBatch } from '../../engine/traffic/span-batch'
import { trafficMs } from './traffic'

/** How often the histogram is collected, in milliseconds. */
export const collectMs = 10_000

/** An exemplar and the request that it came from. */
export interface HeatMark {
  /** Position of the collection in time. */
  readonly column: number
  readonly bucket: number
  /** Seconds. */
  readonly value: number
  readonly timeMs: number
  readonly traceId: string
  readonly spanId: string
  /** Position of the trace in the batch. */
  readonly trace: number
  readonly failed: boolean
  /** The backend has the trace. */
  readonly linked: boolean
}

/** One histogram over time: what `http.server.request.duration` of the page was at each collection. */
export interface Heat {
  /** Upper bounds in seconds, inclusive; one more bucket takes what is above the last. */
  readonly boundaries: readonly number[]
  /** Requests by collection, then by bucket. */
  readonly counts: readonly (readonly number[])[]
  /** One for each bucket and series that took a request between two collections, in the order of time. */
  readonly marks: readonly HeatMark[]
}

/**
 * Measures every request at the page's own door, aggregates the measurements with the temporality delta, and keeps the
 * exemplars of each collection. It counts all requests; `kept` only says which exemplars lead to a trace.
 */
export function createHeat(batch: SpanBatch, kept: Uint8Array, random: Random): Heat {
  const measurements = measurementsOf(batch)
  const [config] = streamsOf(trafficInstruments[0]!, [])
  const stream = new MetricStream(config!, {
    temporality: 'delta',
    exemplars: { filter: 'trace_based', random },
  })
  const aggregation = config!.aggregation
  if (aggregation.kind !== 'explicit_bucket_histogram') throw new Error('Durations have explicit buckets')
  const { boundaries } = aggregation
  const roots = [...measurements.row.subarray(0, measurements.count).keys()]
    .filter((at) => measurements.instrument[at] === 0 && batch.parent[measurements.row[at]!] === -1)
    .sort((one, other) => measurements.timeMs[one]! - measurements.timeMs[other]!)
  const counts: number[][] = []
  const marks: HeatMark[] = []
  const traces = new Map<string, number>()
  let next = 0
  for (let column = 0; column * collectMs < trafficMs; column += 1) {
    for (; next < roots.length; next += 1) {
      const at = roots[next]!
      const timeMs = measurements.timeMs[at]!
      if (timeMs >= (column + 1) * collectMs) break
      const row = measurements.row[at]!
      const trace = batch.trace[row]!
      const traceId = traceIdOf(batch, trace)
      traces.set(traceId, trace)
      const context = { traceId, spanId: spanIdOf(batch, row), sampled: (batch.traceFlags[trace]! & 1) === 1 }
      stream.record(measurements.value[at]!, measurementAttributes(batch, measurements, at), context, timeMs)
    }
    const sums = new Array<number>(boundaries.length + 1).fill(0)
    for (const { value, exemplars, attributes } of stream.collect((column + 1) * collectMs)) {
      if (value.kind === 'histogram')
        for (const [bucket, count] of value.bucketCounts.entries()) sums[bucket] = sums[bucket]! + count
      for (const exemplar of exemplars) {
        const trace = traces.get(exemplar.traceId!)!
        marks.push({
          ...{ column, trace, value: exemplar.value, timeMs: exemplar.timeMs },
          bucket: bucketIndex(boundaries, exemplar.value),
          traceId: exemplar.traceId!,
          spanId: exemplar.spanId!,
          failed: 'error.type' in attributes,
          linked: kept[trace] === 1,
        })
      }
    }
    counts.push(sums)
  }
  return { boundaries, counts, marks: marks.sort((one, other) => one.timeMs - other.timeMs) }
}
