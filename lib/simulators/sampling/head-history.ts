import { otAdjustedCount, parseOtTracestate } from '../../engine/propagation/ot-tracestate'
import { findTracestateValue } from '../../engine/propagation/tracestate'
import { createComposableProbability, createComposableRuleBased } from '../../engine/sampling/composable'
import { createCompositeSampler } from '../../engine/sampling/composite'
import { createRateLimitingSampler } from '../../engine/sampling/rate-limiting'
import type { Sampler, SamplingResult } from '../../engine/sampling/sampler'
import { matchesName } from '../../engine/sampling/sampling-rule'
import { createTraceIdRatioBasedSampler } from '../../engine/sampling/trace-id-ratio'
import { traceIdOf } from '../../engine/traffic/span'
import type { Work } from '../work'
import { rootNames } from './fernhill'
import { type History, HistoryWriter } from './history'
import type { StrategySettings } from './params'
import type { TrafficSpans } from './traffic'

export type HeadName = 'head' | 'consistent' | 'rules' | 'rate'

/** What the rules keep of the health checks, 0..1. */
export const checkShare = 0.01

/** The head sampler of a strategy, fresh: a rate limit starts full. */
export function createHeadSampler(
  name: HeadName,
  { share, limitPerSecond }: Pick<StrategySettings, 'share' | 'limitPerSecond'>,
): Sampler {
  switch (name) {
    case 'head':
      return createTraceIdRatioBasedSampler(share)
    case 'consistent':
      return createCompositeSampler(createComposableProbability(share))
    case 'rate':
      return createRateLimitingSampler(limitPerSecond)
    case 'rules':
      return createCompositeSampler(
        createComposableRuleBased([
          {
            description: 'checkouts',
            matches: matchesName(rootNames.checkout),
            sampler: createComposableProbability(1),
          },
          {
            description: 'health checks',
            matches: matchesName(rootNames.check),
            sampler: createComposableProbability(checkShare),
          },
          { description: 'the rest', matches: () => true, sampler: createComposableProbability(share) },
        ]),
      )
  }
}

/** Traces that are decided in one piece of the work. */
const pieceTraces = 500

/** Every trace decided at its root as it starts; the other services obey (ParentBased). */
export function* makeHeadHistory(
  { traffic, batch }: TrafficSpans,
  settings: StrategySettings & { name: HeadName },
): Work<History> {
  const { traceCount, startMs, spans } = traffic
  const sampler = createHeadSampler(settings.name, settings)
  const events = new HistoryWriter()
  const counts = new Float64Array(traceCount)
  const readCount = createCountReader()
  for (let trace = 0; trace < traceCount; trace += 1) {
    if (trace % pieceTraces === pieceTraces - 1) yield trace / traceCount
    const timeMs = startMs[trace]!
    const name = batch.catalog.operations[batch.operation[batch.firstSpan[trace]!]!]!.name
    const traceId = traceIdOf(batch, trace)
    const result = sampler.shouldSample({ traceId, name, kind: 'SERVER', timeMs })
    const isKept = result.decision === 'RECORD_AND_SAMPLE'
    if (isKept) counts[trace] = readCount(result)
    const credit = isKept && settings.name === 'rules' ? ruleOf(name) : ''
    events.add(timeMs, trace, isKept ? 'kept' : 'dropped', spans[trace]!, true, credit)
  }
  const writesCounts = settings.name === 'consistent' || settings.name === 'rules'
  return events.finish({ waits: false, adjustedCounts: writesCounts ? counts : null })
}

function ruleOf(name: string): string {
  if (name === rootNames.checkout) return 'checkouts'
  return name === rootNames.check ? 'health checks' : 'the rest'
}

/** Reads the count from the `th` that the sampler wrote, as a backend would. There are few different ones. */
function createCountReader(): (result: SamplingResult) => number {
  const known = new Map<string, number>()
  return ({ tracestate }) => {
    const ot = findTracestateValue(tracestate, 'ot') ?? ''
    let count = known.get(ot)
    if (count === undefined) {
      count = otAdjustedCount(parseOtTracestate(ot).state)
      known.set(ot, count)
    }
    return count
  }
}
