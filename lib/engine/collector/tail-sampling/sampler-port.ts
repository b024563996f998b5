import type { Verdict } from './combine-votes'
import type { DecisionCode } from './decision'
import type { LossReason } from './metrics'
import type { TraceView } from './trace-view'

/** A trace in memory. */
export interface TraceEntry<Id, Group> {
  readonly id: Id
  /** What arrived and waits for the decision; empty once decided. */
  groups: Group[]
  spanCount: number
  /** Spans in `groups`. */
  heldSpans: number
  sizeBytes: number
  batch: number
  /** Unspecified until decided. */
  decision: DecisionCode
  policy: string
  readonly arrivedAtMs: number
  decidedAtMs: number
  inMemory: boolean
}

/** Spans go on at the decision, or late: by the trace's entry in memory, or by the cache of sampled ids. */
export type ForwardCause = 'decision' | 'memory' | 'cache'

/** What the core asks of, and tells, the world it samples in. */
export interface SamplerPort<Id, Group> {
  /** Shows spans of a trace to the policies. */
  view(id: Id, groups: readonly Group[], spanCount: number): TraceView
  /** Spans go on to the next component. */
  forward(id: Id, groups: readonly Group[], policy: string, cause: ForwardCause): void
  /** Spans will not go on. */
  lose(id: Id, groups: readonly Group[], reason: LossReason): void
  /** A trace was decided. The entry must not be kept. */
  decided?(entry: TraceEntry<Id, Group>, verdict: Verdict): void
}

/** Spans of one trace that arrive together. */
export interface Arrival<Id, Group> {
  readonly id: Id
  readonly group: Group
  readonly spanCount: number
  readonly hasRoot: boolean
  /** As protobuf, in bytes; needed only with maximum_trace_size_bytes. */
  readonly sizeBytes: number
}
