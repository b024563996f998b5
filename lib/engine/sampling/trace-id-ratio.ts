import { isValidTraceId } from '../propagation/identifier'
import { decide, type Sampler } from './sampler'

/** The ratio as OpenTelemetry JS takes it: not a number counts as 0, the rest is brought into 0 to 1. */
export function normaliseRatio(ratio: unknown): number {
  if (typeof ratio !== 'number' || Number.isNaN(ratio)) return 0
  return Math.min(1, Math.max(0, ratio))
}

/** The exclusive upper bound that a trace id's accumulation must stay under, 0 to 2^32. */
export function traceIdRatioUpperBound(ratio: unknown): number {
  const normal = normaliseRatio(ratio)
  return normal === 1 ? 0x1_0000_0000 : Math.floor(normal * 0xffff_ffff)
}

/** The four 32-bit words of a trace id, exclusive-or'ed: an integer in [0, 2^32). */
export function accumulateTraceId(traceId: string): number {
  let accumulation = 0
  for (let word = 0; word < 32; word += 8) {
    let value = 0
    for (let digit = word; digit < word + 8; digit += 1) {
      const code = traceId.charCodeAt(digit)
      value = (value << 4) | (code < 58 ? code - 48 : (code | 0x20) - 87)
    }
    accumulation ^= value
  }
  return accumulation >>> 0
}

/**
 * Samples a share of traces by their id, as OpenTelemetry JS: the exclusive or of the id's four words against
 * `floor(ratio × 0xffffffff)`. It ignores the parent's decision.
 *
 * Other languages slice the id otherwise, so services in two languages at one ratio do not keep the same traces.
 * Source: `@opentelemetry/sdk-trace-base` 2.12.1 TraceIdRatioBasedSampler; the specification deprecates it.
 *
 * @param ratio 0 to 1; anything else is normalised.
 */
export function createTraceIdRatioBasedSampler(ratio: unknown): Sampler {
  const upperBound = traceIdRatioUpperBound(ratio)
  return {
    description: `TraceIdRatioBased{${normaliseRatio(ratio)}}`,
    shouldSample(request) {
      const { traceId } = request
      // The validity of an id is looked at only if the id would be kept: it is the dearer test.
      const isSampled = accumulateTraceId(traceId) < upperBound && isValidTraceId(traceId)
      return decide(isSampled ? 'RECORD_AND_SAMPLE' : 'DROP', request)
    },
  }
}
