import { decide, type Sampler } from './sampler'
import { createTokenBucket } from './token-bucket'

/**
 * Samples at most so many spans a second, by a token bucket. It holds state and knows nothing of other services,
 * so its decisions are not consistent across them: put it under ParentBased. Not part of the OpenTelemetry
 * specification; as in Jaeger's and X-Ray's samplers.
 *
 * @param perSecond traces a second, at least 0.
 * @param capacity burst; default the rate, and at least 1.
 */
export function createRateLimitingSampler(perSecond: number, capacity: number = perSecond): Sampler {
  const bucket = createTokenBucket(perSecond, capacity)
  return {
    description: `RateLimitingSampler{${perSecond}}`,
    shouldSample: (request) =>
      decide(bucket.take(request.timeMs ?? 0) ? 'RECORD_AND_SAMPLE' : 'DROP', request),
  }
}

/** Jaeger's per-operation sampling, as its backend hands it out. */
export interface PerOperationSampling {
  /** Span name to probability, 0 to 1. */
  readonly probabilities: Readonly<Record<string, number>>
  /** For names not listed, 0 to 1. */
  readonly defaultProbability: number
  /** For each operation, at least so many a second are kept if there are that many. */
  readonly lowerBoundPerSecond: number
}

/**
 * Jaeger's guaranteed-throughput sampler: each operation has a probability, and a rate below which it is not left
 * unseen. Source: Jaeger remote sampling, perOperationStrategies; the adaptive part is decided by the backend.
 *
 * @param createProbabilitySampler makes the sampler for a probability, e.g. `createTraceIdRatioBasedSampler`.
 */
export function createPerOperationSampler(
  sampling: PerOperationSampling,
  createProbabilitySampler: (probability: number) => Sampler,
): Sampler {
  const operations = new Map<string, { byProbability: Sampler; byRate: Sampler }>()
  return {
    description: `PerOperationSampler{${sampling.defaultProbability}, lowerBound=${sampling.lowerBoundPerSecond}}`,
    shouldSample(request) {
      const name = request.name ?? ''
      let operation = operations.get(name)
      if (operation === undefined) {
        const probability = Object.hasOwn(sampling.probabilities, name)
          ? sampling.probabilities[name]!
          : sampling.defaultProbability
        operation = {
          byProbability: createProbabilitySampler(probability),
          byRate: createRateLimitingSampler(sampling.lowerBoundPerSecond),
        }
        operations.set(name, operation)
      }
      const byProbability = operation.byProbability.shouldSample(request)
      // A span that the probability keeps also uses up the guarantee, so the bound is a floor and not a bonus.
      const byRate = operation.byRate.shouldSample(request)
      return byProbability.decision === 'DROP' ? byRate : byProbability
    },
  }
}
