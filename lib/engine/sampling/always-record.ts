import type { Sampler } from './sampler'

/**
 * Turns every DROP of the root sampler into RECORD_ONLY: span processors see all spans (for metrics from spans),
 * exporters only the sampled ones. Source: OpenTelemetry specification trace/sdk.md, AlwaysRecord.
 */
export function createAlwaysRecordSampler(root: Sampler): Sampler {
  return {
    description: `AlwaysRecordSampler{${root.description}}`,
    shouldSample(request) {
      const result = root.shouldSample(request)
      return result.decision === 'DROP' ? { ...result, decision: 'RECORD_ONLY' } : result
    },
  }
}
