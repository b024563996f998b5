import { ColumnTailFleet } from '../../engine/collector/tail-sampling/column-fleet'
import type { ColumnListeners } from '../../engine/collector/tail-sampling/column-processor'
import { compileTailSampling } from '../../engine/collector/tail-sampling/compile'
import type { CompiledTailSampling } from '../../engine/collector/tail-sampling/compiled'
import type { PolicyConfig } from '../../engine/collector/tail-sampling/policy-config'
import {
  defaultTailSamplingSettings,
  type TailSamplingSettings,
} from '../../engine/collector/tail-sampling/settings'
import { createRandom } from '../../engine/random'
import type { Work } from '../work'
import { type Happening, type History, HistoryWriter, memoryEveryMs } from './history'
import type { StrategySettings } from './params'
import { slowMs, type TrafficSpans } from './traffic'

/** Where spans go by chance is thrown with dice of its own: the traffic stays the same. */
const routingSeed = 10_000

/** The policies of the lesson: all errors, all that is slow, a share of everything. */
export function tailPolicies(share: number): readonly PolicyConfig[] {
  return [
    { name: 'keep-errors', type: 'status_code', status_code: { status_codes: ['ERROR'] } },
    { name: 'keep-slow', type: 'latency', latency: { threshold_ms: slowMs } },
    {
      name: 'keep-some',
      type: 'probabilistic',
      probabilistic: { sampling_percentage: Math.round(share * 1e4) / 100 },
    },
  ]
}

/** The tail sampler that the sliders set. */
export function tailSettings(settings: StrategySettings): TailSamplingSettings {
  return {
    ...defaultTailSamplingSettings,
    decisionWaitMs: settings.waitSeconds * 1000,
    numTraces: settings.numTraces,
    policies: tailPolicies(settings.share),
  }
}

/** Compiled; the policies are ours, so that an error is a fault of this file. */
export function compileTail(settings: StrategySettings): CompiledTailSampling {
  const compiled = compileTailSampling(tailSettings(settings))
  if (!compiled.ok) throw new Error(compiled.message)
  return compiled.value
}

/** Spans that arrive in one piece of the work. */
const pieceSpans = 1000

/** Every span of the traffic through the tail_sampling processors of one Collector or several, in the order of arrival. */
export function* makeTailHistory(
  { batch, order, seed }: TrafficSpans,
  compiled: CompiledTailSampling,
  { collectors, routing }: Pick<StrategySettings, 'collectors' | 'routing'>,
  untilMs: number,
): Work<History> {
  const events = new HistoryWriter()
  const heldSpans: number[] = []
  let nowMs = 0
  let decidedAtMs = 0
  let credit = ''
  const tell = (atMs: number, trace: number, what: Happening, rows: readonly number[]) => {
    const isDecision = what === 'kept' || what === 'dropped'
    const hasRoot = rows.includes(batch.firstSpan[trace]!)
    events.add(atMs, trace, what, rows.length, hasRoot, isDecision ? credit : '')
  }
  const listeners: ColumnListeners = {
    onDecision(_, __, policy, atMs) {
      credit = policy
      decidedAtMs = atMs
    },
    onForward(trace, rows, cause) {
      if (cause === 'decision') tell(decidedAtMs, trace, 'kept', rows)
      else tell(nowMs, trace, 'lateKept', rows)
    },
    onLose(trace, rows, reason) {
      if (reason === 'late' || reason === 'evicted')
        tell(nowMs, trace, reason === 'late' ? 'lateLost' : 'evicted', rows)
      else {
        if (reason === 'too_large') credit = ''
        tell(reason === 'too_large' ? nowMs : decidedAtMs, trace, 'dropped', rows)
      }
    },
  }
  const endpoints = Array.from({ length: collectors }, (_, index) => `collector-${index + 1}:4317`)
  const random = createRandom(seed + routingSeed)
  const fleet = new ColumnTailFleet(compiled, batch, endpoints, { kind: routing, random }, 0, () => listeners)
  // All Collectors tick at whole seconds, which are among these moments: what they decide comes in the order of time.
  const readMemoryUntil = (toMs: number) => {
    while (heldSpans.length * memoryEveryMs <= toMs) {
      fleet.advance(heldSpans.length * memoryEveryMs)
      heldSpans.push(fleet.spansHeld)
    }
  }
  const { arrival, spanCount } = batch
  for (let at = 0; at < spanCount; at += 1) {
    if (at % pieceSpans === pieceSpans - 1) yield at / spanCount
    const row = order[at]!
    nowMs = arrival[row]!
    if (nowMs > untilMs) break
    readMemoryUntil(nowMs)
    fleet.ingest(row, nowMs)
  }
  readMemoryUntil(untilMs)
  return events.finish({ waits: true, heldSpans })
}
