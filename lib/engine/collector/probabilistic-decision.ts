import {
  type OtTracestate,
  raiseThreshold,
  withoutThreshold,
  withRandomness,
} from '../propagation/ot-tracestate'
import {
  isKept,
  leastProbability,
  mostAdjustedCount,
  probabilityToThreshold,
  type Randomness,
  type Threshold,
  thresholdToProbability,
} from '../sampling/threshold'
import { hashBuckets, scaledSamplingRate } from './probabilistic-hash'
import type { ProbabilisticSamplerConfig } from './probabilistic-sampler-config'

/** Where an item's randomness comes from; null is none. */
export interface RandomnessSource {
  readonly randomness: Randomness | null
  readonly policy: string
}

/** What was decided about one item. */
export interface DecidedItem {
  readonly sampled: boolean
  readonly policy: string
  /** The `th` and `rv` that go on with the item, or null if it goes on as it came. */
  readonly state: OtTracestate | null
  readonly problem: string | null
}

export interface ProbabilisticDecision {
  /** The configured threshold, or null if nothing is ever sampled. For `proportional`, of an item without one. */
  readonly threshold: Threshold | null
  /**
   * Decides one item.
   *
   * @param state the `th` and `rv` that came with it.
   * @param errors of reading them.
   * @param forced a threshold that overrides the decision (null: drop), or undefined.
   */
  decide(
    state: OtTracestate,
    source: RandomnessSource,
    errors: readonly string[],
    forced: Threshold | null | undefined,
  ): DecidedItem
}

/** R that every threshold keeps. */
const keptByAll: Randomness = mostAdjustedCount - 1n

/** The threshold that a configuration comes to, for an item without one. Null: nothing is sampled. */
function configuredThreshold(config: ProbabilisticSamplerConfig): Threshold | null {
  const percentage = Math.fround(Math.min(100, config.sampling_percentage))
  if (!(percentage > 0)) return null
  if (config.mode === 'hash_seed' || config.mode === '') {
    const rate = scaledSamplingRate(percentage)
    return rate === 0 ? null : BigInt(hashBuckets - rate) << 42n
  }
  const parse = probabilityToThreshold(configuredProbability(config), config.sampling_precision)
  return parse.ok ? parse.threshold : null
}

function configuredProbability(config: ProbabilisticSamplerConfig): number {
  return Math.max(leastProbability, Math.fround(Math.min(100, config.sampling_percentage)) / 100)
}

/**
 * The decision that spans and logs share.
 *
 * On an error the item is dropped (`fail_closed`) or kept; at 0 % it is dropped either way. An arriving threshold
 * that the randomness contradicts (R < T) is dropped with the item, or discarded and the item decided afresh.
 * Source: probabilisticsamplerprocessor/sampler_mode.go (commonShouldSampleLogic, decide, consistencyCheck).
 */
export function createProbabilisticDecision(config: ProbabilisticSamplerConfig): ProbabilisticDecision {
  const threshold = configuredThreshold(config)
  const isHashing = config.mode === 'hash_seed' || config.mode === ''

  /** What this mode makes of an item's own threshold. */
  function combine(arriving: Threshold | null): Threshold | null {
    if (threshold === null || arriving === null || isHashing) return threshold
    if (config.mode === 'equalizing') return arriving > threshold ? arriving : threshold
    const product = thresholdToProbability(arriving) * configuredProbability(config)
    const parse = probabilityToThreshold(product, config.sampling_precision)
    return parse.ok ? parse.threshold : null
  }

  function findProblem(
    state: OtTracestate,
    source: RandomnessSource,
    errors: readonly string[],
  ): string | null {
    if (errors.length > 0) return errors.join('; ')
    if (threshold === null) return null
    if (isHashing && state.randomness !== null) return `item has sampling randomness, ${recommendation}`
    if (isHashing && state.threshold !== null) return `item has sampling threshold, ${recommendation}`
    if (source.randomness === null) return 'missing randomness'
    if (state.threshold !== null && !isKept(state.threshold, source.randomness)) return inconsistent
    return null
  }

  return {
    threshold,
    decide(state, source, errors, forced) {
      const problem = findProblem(state, source, errors)
      const isUnreadable = errors.length > 0 || (isHashing && threshold !== null && hasState(state))
      let next = state
      let wanted: Threshold | null
      if (threshold === null) wanted = null
      else if (problem === null) wanted = combine(state.threshold)
      else if (config.fail_closed) wanted = null
      else if (problem === inconsistent) {
        next = withoutThreshold(state)
        wanted = combine(null)
      } else wanted = 0n
      if (forced !== undefined) wanted = forced

      const randomness = threshold === null ? keptByAll : (source.randomness ?? keptByAll)
      const policy = forced === undefined ? source.policy : 'sampling_priority'
      if (wanted === null || !isKept(wanted, randomness))
        return { sampled: false, policy, state: null, problem }
      if (isUnreadable) return { sampled: true, policy, state: null, problem }
      if (isHashing && threshold !== null) next = withRandomness(next, randomness)
      const raised = raiseThreshold(next, wanted)
      return { sampled: true, policy, state: raised.state, problem: problem ?? raised.error }
    },
  }
}

const recommendation = 'equalizing or proportional mode recommended'
const inconsistent = 'inconsistent arriving threshold: item should not have been sampled'

function hasState(state: OtTracestate): boolean {
  return state.randomness !== null || state.threshold !== null
}
