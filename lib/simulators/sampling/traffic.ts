import { createRandom, forkRandom } from '../../engine/random'
import { arrivalOrder } from '../../engine/traffic/arrival'
import { TrafficGenerator } from '../../engine/traffic/generator'
import { type SpanBatch, spanStatuses } from '../../engine/traffic/span-batch'
import { finishWork, type Work } from '../work'
import { fernhill, lateService, rootNames, type TrafficSettings } from './fernhill'

/** Traces start for so long, in milliseconds of the shop's time. */
export const trafficMs = 40_000
/** A trace that took longer is slow, as the latency policy of the examples has it (ms). */
export const slowMs = 1000

/** What a trace is, from what concerns most to what concerns least. */
export const traceKinds = ['error', 'slow', 'normal'] as const
export type TraceKind = (typeof traceKinds)[number]

/**
 * The traces of one run, before anybody samples them. Never changed after they are made. Plain data, so that a worker
 * can hand it over.
 */
export interface Traffic {
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
  /** By trace: 1 for a health check. */
  readonly isCheck: Uint8Array
}

/** The same with every span: what samplers need, and nobody else. */
export interface TrafficSpans {
  readonly seed: number
  readonly traffic: Traffic
  readonly batch: SpanBatch
  /** Rows of the batch in the order of their arrival. */
  readonly order: Uint32Array
}

/** A piece of the work: so much of the shop's time (ms), or so many traces. */
const pieceMs = 1000
const pieceTraces = 500

/** Forty seconds of Fernhill. The same settings give the same traffic. */
export function* makeTraffic(settings: TrafficSettings): Work<TrafficSpans> {
  const random = createRandom(settings.seed)
  const lateness = forkRandom(random)
  const generator = new TrafficGenerator(fernhill(settings), { random })
  for (let toMs = pieceMs; toMs <= trafficMs; toMs += pieceMs) {
    generator.advance(toMs)
    yield (0.7 * toMs) / trafficMs
  }
  const { batch } = generator
  if (settings.lateSeconds > 0) delaySpans(batch, settings.lateSeconds * 1000, () => lateness.next())
  const order = arrivalOrder(batch)
  yield 0.8
  const traffic = yield* summarise(batch)
  return { seed: settings.seed, traffic, batch, order }
}

/** The same at once. */
export function createTraffic(settings: TrafficSettings): TrafficSpans {
  return finishWork(makeTraffic(settings))
}

function delaySpans(batch: SpanBatch, ms: number, dice: () => number): void {
  const late = batch.catalog.services.indexOf(lateService)
  for (let row = 0; row < batch.spanCount; row += 1) {
    if (batch.service[row] === late) batch.arrival[row] = batch.arrival[row]! + ms * (0.75 + dice() / 2)
  }
}

function* summarise(batch: SpanBatch): Work<Traffic> {
  const count = batch.traceCount
  const startMs = new Float64Array(count)
  const arrivalMs = new Float64Array(count)
  const kinds = new Uint8Array(count)
  const spans = new Uint16Array(count)
  const isCheck = new Uint8Array(count)
  const failed = spanStatuses.indexOf('ERROR')
  for (let trace = 0; trace < count; trace += 1) {
    if (trace % pieceTraces === pieceTraces - 1) yield 0.8 + (0.2 * trace) / count
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
    startMs[trace] = batch.start[root]!
    arrivalMs[trace] = firstArrival
    spans[trace] = end - root
    const tookMs = Math.trunc(lastEnd - batch.start[root]!)
    kinds[trace] = traceKinds.indexOf(hasError ? 'error' : tookMs > slowMs ? 'slow' : 'normal')
    isCheck[trace] = batch.catalog.operations[batch.operation[root]!]!.name === rootNames.check ? 1 : 0
  }
  const byArrival = Uint32Array.from(startMs.keys()).sort((one, other) => arrivalMs[one]! - arrivalMs[other]!)
  return { traceCount: count, startMs, arrivalMs, byArrival, kinds, spans, isCheck }
}
