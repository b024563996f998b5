import {
  formatOtTracestate,
  type OtTracestate,
  withoutThreshold,
  withRandomness,
  withThreshold,
} from '../propagation/ot-tracestate'
import type { TracestateMember } from '../propagation/tracestate'
import { deleteTracestateMember, setTracestateMember } from '../propagation/tracestate-mutation'
import type { Random } from '../random'
import { type ComposableSampler, readOtTracestate, type SamplingIntent } from './composable'
import { hasValidParent } from './parent-based'
import type { Sampler, SamplingRequest } from './sampler'
import { isKept, padToDigits, type Randomness, type Threshold, traceIdToRandomness } from './threshold'

export interface CompositeSamplerOptions {
  /**
   * `specification` (default), or `opentelemetry-js` (sampler-composite 0.222.0), which takes R from the trace id
   * even for an unreliable threshold, writes `th` before `rv`, and on a drop leaves a stale `ot` in place if
   * nothing else would be in it.
   */
  readonly behaviour?: 'specification' | 'opentelemetry-js'
  /** Where new randomness comes from. Without it, R is always the `rv` or the trace id. */
  readonly random?: Random
  /** At a root, write an explicit `rv` from `random`: for trace ids whose right-most 7 bytes are not random. */
  readonly writesRandomness?: boolean
}

/** 56 random bits. */
export function createRandomness(random: Random): Randomness {
  return (BigInt(random.uint32() >>> 8) << 32n) | BigInt(random.uint32())
}

/**
 * The consistent probability sampler: it takes the intent of a composable sampler, compares its threshold with
 * the randomness of the trace, and records the outcome in tracestate, so that every span says how many it
 * stands for. Keeps when R ≥ T, where R is `rv` or the right-most 56 bits of the trace id.
 *
 * Source: OpenTelemetry specification trace/sdk.md, CompositeSampler; trace/tracestate-probability-sampling.md.
 */
export function createCompositeSampler(
  delegate: ComposableSampler,
  options: CompositeSamplerOptions = {},
): Sampler {
  const behaviour = options.behaviour ?? 'specification'
  const compare = createComparison()
  return {
    description: `CompositeSampler{${delegate.description}}`,
    shouldSample(request) {
      const intent = delegate.getSamplingIntent(request)
      const members = request.parent?.tracestate ?? []
      let ot = readOtTracestate(members, behaviour)
      if (
        options.writesRandomness &&
        options.random &&
        ot.randomness === null &&
        !hasValidParent(request.parent)
      ) {
        ot = withRandomness(ot, createRandomness(options.random))
      }
      const isSampled = decideByRandomness(intent, ot, request)
      const next =
        isSampled && intent.adjustedCountReliable
          ? withThreshold(ot, intent.threshold!)
          : withoutThreshold(ot)
      return {
        decision: isSampled ? 'RECORD_AND_SAMPLE' : 'DROP',
        attributes: isSampled ? intent.attributes : {},
        tracestate: writeOt(members, next),
      }
    },
  }

  function decideByRandomness(intent: SamplingIntent, ot: OtTracestate, request: SamplingRequest): boolean {
    const { threshold } = intent
    if (threshold === null) return false
    if (ot.randomness !== null) return isKept(threshold, ot.randomness)
    if (!intent.adjustedCountReliable && behaviour === 'specification' && options.random !== undefined) {
      return isKept(threshold, createRandomness(options.random))
    }
    return compare(threshold, request.traceId)
  }

  function writeOt(members: readonly TracestateMember[], ot: OtTracestate): readonly TracestateMember[] {
    const value = formatOtTracestate(ot, { behaviour })
    if (value !== '') {
      const rules = behaviour === 'opentelemetry-js' ? 'opentelemetry-js' : 'w3c'
      return setTracestateMember(members, 'ot', value, { behaviour: rules }).members
    }
    return behaviour === 'opentelemetry-js' ? members : deleteTracestateMember(members, 'ot').members
  }
}

/**
 * R ≥ T without big integers: 14 lower-case digits compare as text in the order of their numbers. The digits of
 * the last threshold are kept, as most samplers have one.
 */
function createComparison(): (threshold: Threshold, traceId: string) => boolean {
  let lastThreshold: Threshold | null = null
  let lastDigits = ''
  return (threshold, traceId) => {
    if (threshold !== lastThreshold) {
      lastThreshold = threshold
      lastDigits = padToDigits(threshold)
    }
    const digits = traceId.slice(-14)
    if (/^[0-9a-f]{14}$/.test(digits)) return digits >= lastDigits
    const randomness = traceIdToRandomness(traceId)
    return randomness !== null && isKept(threshold, randomness)
  }
}
