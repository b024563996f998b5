/** Why spans that arrived will never be forwarded. */
export type LossReason =
  | 'not_sampled'
  | 'dropped'
  /** Pushed out of memory by newer traces before the decision. */
  | 'evicted'
  /** The trace grew beyond maximum_trace_size_bytes. */
  | 'too_large'
  /** Late for a trace decided against, from memory or from a decision cache. */
  | 'late'
  /** Still pending when the processor shut down with drop_pending_traces_on_shutdown. */
  | 'shutdown'

/**
 * What the processor counts. The first group are the Collector's own metrics, named after them (otelcol_processor_
 * tail_sampling_…); the second are ours, in spans, and always add up: received = forwarded + lost + held + waiting.
 *
 * Source: contrib processor/tailsamplingprocessor/documentation.md.
 */
export interface TailSamplingMetrics {
  newTraceIdReceived: number
  /** Decisions by outcome: global_count_traces_sampled. */
  tracesSampled: number
  tracesNotSampled: number
  tracesDropped: number
  /** sampling_trace_dropped_too_early: ids whose batch fell due and that were no longer in memory. */
  traceDroppedTooEarly: number
  tracesDroppedTooLarge: number
  policyEvaluationError: number
  /** early_releases_from_cache_decision, in spans. */
  earlyReleasesSampled: number
  earlyReleasesNotSampled: number
  /** Spans for which the log says "Unexpected sampling decision": late for a Dropped trace still in memory. */
  unexpectedDecision: number

  spansReceived: number
  spansForwarded: number
  spansLost: Record<LossReason, number>
  /** Spans in memory, waiting for a decision. */
  spansHeld: number
  /** Spans of senders that block_on_overflow keeps waiting. */
  spansWaiting: number
  /** Evaluations: how often the policies were asked about a trace. */
  evaluations: number
  /** The most traces ever in memory at once. */
  mostTracesOnMemory: number
}

/** Counters of a processor that has seen nothing. */
export function emptyMetrics(): TailSamplingMetrics {
  return {
    newTraceIdReceived: 0,
    tracesSampled: 0,
    tracesNotSampled: 0,
    tracesDropped: 0,
    traceDroppedTooEarly: 0,
    tracesDroppedTooLarge: 0,
    policyEvaluationError: 0,
    earlyReleasesSampled: 0,
    earlyReleasesNotSampled: 0,
    unexpectedDecision: 0,
    spansReceived: 0,
    spansForwarded: 0,
    spansLost: { not_sampled: 0, dropped: 0, evicted: 0, too_large: 0, late: 0, shutdown: 0 },
    spansHeld: 0,
    spansWaiting: 0,
    evaluations: 0,
    mostTracesOnMemory: 0,
  }
}
