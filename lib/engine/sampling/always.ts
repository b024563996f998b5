import { decide, type Sampler } from './sampler'

/** Samples every span. Source: OpenTelemetry specification trace/sdk.md, AlwaysOn. */
export const alwaysOnSampler: Sampler = {
  description: 'AlwaysOnSampler',
  shouldSample: (request) => decide('RECORD_AND_SAMPLE', request),
}

/** Drops every span. Source: OpenTelemetry specification trace/sdk.md, AlwaysOff. */
export const alwaysOffSampler: Sampler = {
  description: 'AlwaysOffSampler',
  shouldSample: (request) => decide('DROP', request),
}
