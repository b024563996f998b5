import { compileTailSampling } from '../../engine/collector/tail-sampling/compile'
import { createTraceDecider } from '../../engine/collector/tail-sampling/decide-traces'
import { decisionCode } from '../../engine/collector/tail-sampling/decision'
import type { PolicyConfig } from '../../engine/collector/tail-sampling/policy-config'
import { defaultTailSamplingSettings } from '../../engine/collector/tail-sampling/settings'
import { createRandom } from '../../engine/random'
import type { Fault } from '../../engine/traffic/fault'
import { TrafficGenerator } from '../../engine/traffic/generator'
import type { SpanBatch } from '../../engine/traffic/span-batch'
import { explorerGraph } from './graph'
import { joinConsumers } from './join-consumers'
import type { Faster, TraceExplorerParams } from './params'

/** How long requests come in, in milliseconds of the shop's time. */
export const trafficMs = 60_000

/** Orders that a customer's list shows: one query for each. */
const ordersListed = [9, 16] as const

const whole = { fromMs: 0, toMs: Number.POSITIVE_INFINITY }

/** Where each saving is made. */
const targets: Readonly<Record<Exclude<Faster, 'none'>, string>> = {
  reviews: 'reviews.read',
  pricing: 'pricing.find',
  items: 'orders.items',
}

/** A minute of one page of Fernhill. The same settings give the same requests, however they are looked at. */
export function createTraffic({
  seed,
  page,
  trouble,
  faster,
  queue,
}: Pick<TraceExplorerParams, 'seed' | 'page' | 'trouble' | 'faster' | 'queue'>): SpanBatch {
  const faults: Fault[] = [
    { kind: 'changed-calls', target: 'orders.items', probability: 1, times: ordersListed, ...whole },
  ]
  if (trouble === 'pool')
    faults.push({ kind: 'connection-leak', target: 'payments.charge', heldMs: 2200, ...whole })
  if (trouble === 'error')
    faults.push({ kind: 'error-burst', target: 'payment.charge', rate: 0.15, ...whole })
  if (faster !== 'none')
    faults.push({ kind: 'slow-dependency', target: targets[faster], factor: 0.5, ...whole })
  const generator = new TrafficGenerator(explorerGraph(page), { random: createRandom(seed), faults })
  generator.advance(trafficMs)
  return queue === 'parent' ? joinConsumers(generator.batch) : generator.batch
}

const keepErrors: PolicyConfig = {
  name: 'keep-errors',
  type: 'status_code',
  status_code: { status_codes: ['ERROR'] },
}
const keepSlow: PolicyConfig = { name: 'keep-slow', type: 'latency', latency: { threshold_ms: 1000 } }
const keepTenth: PolicyConfig = {
  name: 'keep-a-tenth',
  type: 'probabilistic',
  probabilistic: { sampling_percentage: 10 },
}
const policies: Readonly<Record<TraceExplorerParams['tail'], readonly PolicyConfig[]>> = {
  all: [{ name: 'keep-all', type: 'always_sample' }],
  some: [keepErrors, keepSlow, keepTenth],
  tenth: [keepTenth],
}

/**
 * Which traces the tail_sampling processor lets through, one byte for each trace: all their spans in time, so that
 * only its policies decide.
 */
export function keptTraces(batch: SpanBatch, tail: TraceExplorerParams['tail']): Uint8Array {
  const compiled = compileTailSampling({ ...defaultTailSamplingSettings, policies: policies[tail] })
  if (!compiled.ok) throw new Error(compiled.message)
  const { decisions } = createTraceDecider(compiled.value, batch)(0)
  return Uint8Array.from(decisions, (decision) => Number(decision === decisionCode.Sampled))
}
