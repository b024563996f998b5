import type { DecisionCode } from './decision'
import type { SpanTable, TraceView } from './trace-view'

/** One policy, compiled against a table. */
export interface Evaluator {
  /** Whether earlier traces change the answer: rate limits and what contains them. */
  readonly stateful: boolean
  /**
   * @param nowMs the time of the decision in milliseconds, for token buckets and per-second counters.
   * @returns a decision; `Error` where the policy cannot say and therefore has no vote.
   */
  evaluate(trace: TraceView, nowMs: number): DecisionCode
}

/** A policy before it knows the table: what configuration is compiled to. */
export interface PolicyProgram {
  readonly stateful: boolean
  bind(table: SpanTable): Evaluator
}
