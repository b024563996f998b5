import type { PolicyConfig } from './policy-config'

/**
 * The tail_sampling processor's settings, durations in milliseconds.
 *
 * Source: contrib processor/tailsamplingprocessor/config.go Config.
 */
export interface TailSamplingSettings {
  /** How long after a trace's first span it is decided. */
  readonly decisionWaitMs: number
  /** With more than 0: a root span brings the decision forward to this long after it, never later than the wait. */
  readonly decisionWaitAfterRootReceivedMs: number
  /** Traces held in memory at once. */
  readonly numTraces: number
  /** Room to reserve; changes no decision. */
  readonly expectedNewTracesPerSec: number
  /** Trace ids remembered after their decision; 0 is off. */
  readonly sampledCacheSize: number
  readonly nonSampledCacheSize: number
  /** Stop asking policies at the first that samples. */
  readonly sampleOnFirstMatch: boolean
  /** When memory is full let senders wait, instead of evicting the oldest trace. */
  readonly blockOnOverflow: boolean
  readonly dropPendingTracesOnShutdown: boolean
  /** A trace larger than this before its decision is not sampled; 0 is off. */
  readonly maximumTraceSizeBytes: number
  readonly samplingStrategy: 'trace-complete' | 'span-ingest'
  readonly policies: readonly PolicyConfig[]
}

/** What a setting is when the configuration does not say. Source: contrib processor/tailsamplingprocessor/factory.go. */
export const defaultTailSamplingSettings: TailSamplingSettings = {
  decisionWaitMs: 30_000,
  decisionWaitAfterRootReceivedMs: 0,
  numTraces: 50_000,
  expectedNewTracesPerSec: 0,
  sampledCacheSize: 0,
  nonSampledCacheSize: 0,
  sampleOnFirstMatch: false,
  blockOnOverflow: false,
  dropPendingTracesOnShutdown: false,
  maximumTraceSizeBytes: 0,
  samplingStrategy: 'trace-complete',
  policies: [],
}
