import { ColumnTailSampler } from '../../engine/collector/tail-sampling/column-processor'
import { type CompiledTailSampling, compileTailSampling } from '../../engine/collector/tail-sampling/compile'
import type { PolicyConfig } from '../../engine/collector/tail-sampling/policy-config'
import {
  defaultTailSamplingSettings,
  type TailSamplingSettings,
} from '../../engine/collector/tail-sampling/settings'
import { type Happening, type History, type HistoryEvent, memoryEveryMs } from './history'
import type { StrategySettings } from './params'
import { slowMs, type Traffic } from './traffic'

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

/** Every span of the traffic through one Collector's tail_sampling processor, in the order of arrival. */
export function createTailHistory(
  traffic: Traffic,
  compiled: CompiledTailSampling,
  untilMs: number,
): History {
  const events: HistoryEvent[] = []
  const heldSpans: number[] = []
  let nowMs = 0
  let decidedAtMs = 0
  let credit = ''
  const tell = (atMs: number, trace: number, what: Happening, spans: number) => {
    const isDecision = what === 'kept' || what === 'dropped'
    events.push({ atMs, trace, what, spans, credit: isDecision ? credit : '' })
  }
  const sampler = new ColumnTailSampler(compiled, traffic.batch, 0, {
    onDecision(_, __, policy, atMs) {
      credit = policy
      decidedAtMs = atMs
    },
    onForward: (trace, rows, cause) =>
      tell(
        cause === 'decision' ? decidedAtMs : nowMs,
        trace,
        cause === 'decision' ? 'kept' : 'lateKept',
        rows.length,
      ),
    onLose(trace, rows, reason) {
      if (reason === 'late' || reason === 'evicted')
        tell(nowMs, trace, reason === 'late' ? 'lateLost' : 'evicted', rows.length)
      else {
        if (reason === 'too_large') credit = ''
        tell(reason === 'too_large' ? nowMs : decidedAtMs, trace, 'dropped', rows.length)
      }
    },
  })
  const readMemoryUntil = (toMs: number) => {
    while (heldSpans.length * memoryEveryMs <= toMs) {
      sampler.advance(heldSpans.length * memoryEveryMs)
      heldSpans.push(sampler.metrics.spansHeld + sampler.metrics.spansWaiting)
    }
  }
  const { arrival, spanCount } = traffic.batch
  for (let at = 0; at < spanCount; at += 1) {
    const row = traffic.order[at]!
    nowMs = arrival[row]!
    if (nowMs > untilMs) break
    readMemoryUntil(nowMs)
    sampler.ingest(row, nowMs)
  }
  readMemoryUntil(untilMs)
  return { waits: true, events, heldSpans, adjustedCounts: null, refusal: null }
}
