import { createRandom, forkRandom } from '../../engine/random'
import { arrivalOrder } from '../../engine/traffic/arrival'
import { TrafficGenerator } from '../../engine/traffic/generator'
import { traceIdOf } from '../../engine/traffic/span'
import { type SpanBatch, spanStatuses } from '../../engine/traffic/span-batch'
import { fernhill, lateService, rootNames, type TrafficSettings } from './fernhill'

/** Traces start for so long, in milliseconds of the shop's time. */
export const trafficMs = 40_000
/** A trace that took longer is slow, as the latency policy of the examples has it (ms). */
export const slowMs = 1000

/** What a trace is, from what concerns most to what concerns least. */
export const traceKinds = ['error', 'slow', 'normal'] as const
export type TraceKind = (typeof traceKinds)[number]

/** All that happens in one run, before anybody samples it. Never changed after it is made. */
export interface Traffic {
  readonly batch: SpanBatch
  /** Rows of the batch in the order of their arrival. */
  readonly order: Uint32Array
  readonly traceCount: number
  /** By trace, in milliseconds since the start of the run; ascending. */
  readonly startMs: Float64Array
  /** When the first span of the trace reaches the Collector. */
  readonly arrivalMs: Float64Array
  /** The traces in the order of `arrivalMs`. */
  readonly byArrival: Uint32Array
  /** By trace: position in `traceKinds`. */
  readonly kinds: Uint8Array
  readonly spans: Uint16Array
  /** Ids as text, 32 hex digits: head samplers read them. */
  readonly traceIds: readonly string[]
  /** By trace: 1 for a health check. */
  readonly isCheck: Uint8Array
}

/** Forty seconds of Fernhill. The same settings give the same traffic. */
export function createTraffic(settings: TrafficSettings): Traffic {
  const random = createRandom(settings.seed)
  const lateness = forkRandom(random)
  const generator = new TrafficGenerator(fernhill(settings), { random })
  generator.advance(trafficMs)
  const { batch } = generator
  if (settings.lateSeconds > 0) {
    const late = batch.catalog.services.indexOf(lateService)
    for (let row = 0; row < batch.spanCount; row += 1) {
      if (batch.service[row] !== late) continue
      batch.arrival[row] = batch.arrival[row]! + settings.lateSeconds * 1000 * (0.75 + lateness.next() / 2)
    }
  }
  return { batch, order: arrivalOrder(batch), traceCount: batch.traceCount, ...summarise(batch) }
}

function summarise(batch: SpanBatch) {
  const count = batch.traceCount
  const startMs = new Float64Array(count)
  const arrivalMs = new Float64Array(count)
  const kinds = new Uint8Array(count)
  const spans = new Uint16Array(count)
  const isCheck = new Uint8Array(count)
  const traceIds = new Array<string>(count)
  const failed = spanStatuses.indexOf('ERROR')
  for (let trace = 0; trace < count; trace += 1) {
    const root = batch.firstSpan[trace]!
    const end = batch.firstSpan[trace + 1]!
    let lastEnd = 0
    let firstArrival = Number.POSITIVE_INFINITY
    let hasError = false
    for (let row = root; row < end; row += 1) {
      lastEnd = Math.max(lastEnd, batch.end[row]!)
      firstArrival = Math.min(firstArrival, batch.arrival[row]!)
      hasError ||= batch.status[row] === failed
    }
    traceIds[trace] = traceIdOf(batch, trace)
    startMs[trace] = batch.start[root]!
    arrivalMs[trace] = firstArrival
    spans[trace] = end - root
    const tookMs = Math.trunc(lastEnd - batch.start[root]!)
    kinds[trace] = traceKinds.indexOf(hasError ? 'error' : tookMs > slowMs ? 'slow' : 'normal')
    isCheck[trace] = batch.catalog.operations[batch.operation[root]!]!.name === rootNames.check ? 1 : 0
  }
  const byArrival = Uint32Array.from(startMs.keys()).sort((one, other) => arrivalMs[one]! - arrivalMs[other]!)
  return { startMs, arrivalMs, byArrival, kinds, spans, traceIds, isCheck }
}
