import type { CompiledTailSampling } from '../../engine/collector/tail-sampling/compiled'
import { createTraceDecider } from '../../engine/collector/tail-sampling/decide-traces'
import { decisionCode } from '../../engine/collector/tail-sampling/decision'
import { alwaysSample } from '../../engine/collector/tail-sampling/evaluators/always-sample'
import { latency } from '../../engine/collector/tail-sampling/evaluators/latency'
import { probabilistic } from '../../engine/collector/tail-sampling/evaluators/probabilistic'
import { statusCode } from '../../engine/collector/tail-sampling/evaluators/status-code'
import { defaultTailSamplingSettings } from '../../engine/collector/tail-sampling/settings'
import { createRandom } from '../../engine/random'
import type { Fault } from '../../engine/traffic/fault'
import { TrafficGenerator } from '../../engine/traffic/generator'
import type { SpanBatch } from '../../engine/traffic/span-batch'
import type { Work } from '../work'
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

/** A piece of the work, in milliseconds of the shop's time. */
const pieceMs = 2000

/** A minute of one page of Fernhill. The same settings give the same requests, however they are looked at. */
export function* createTraffic({
  seed,
  page,
  trouble,
  faster,
  queue,
}: Pick<TraceExplorerParams, 'seed' | 'page' | 'trouble' | 'faster' | 'queue'>): Work<SpanBatch> {
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
  for (let atMs = pieceMs; atMs <= trafficMs; atMs += pieceMs) {
    generator.advance(atMs)
    yield atMs / trafficMs
  }
  return queue === 'parent' ? joinConsumers(generator.batch) : generator.batch
}

type Policy = CompiledTailSampling['policies'][number]

/** Built one by one: what builds any policy of any configuration would be a third of this simulator's code. */
function policy(name: string, program: Policy['program'] | string): Policy {
  if (typeof program === 'string') throw new Error(`${name}: ${program}`)
  return { name, isDrop: false, program }
}

const keepTenth = policy('keep-a-tenth', probabilistic(10, ''))
const policies: Readonly<Record<TraceExplorerParams['tail'], readonly Policy[]>> = {
  all: [policy('keep-all', alwaysSample)],
  some: [policy('keep-errors', statusCode(['ERROR'])), policy('keep-slow', latency(1000, 0)), keepTenth],
  tenth: [keepTenth],
}

/**
 * Which traces the tail_sampling processor lets through, one byte for each trace: all their spans in time, so that
 * only its policies decide.
 */
export function keptTraces(batch: SpanBatch, tail: TraceExplorerParams['tail']): Uint8Array {
  const compiled = { settings: defaultTailSamplingSettings, policies: policies[tail] }
  const { decisions } = createTraceDecider(compiled, batch)(0)
  return Uint8Array.from(decisions, (decision) => Number(decision === decisionCode.Sampled))
}
