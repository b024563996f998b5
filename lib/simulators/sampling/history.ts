/** What may become of spans. */
export const happenings = ['kept', 'dropped', 'evicted', 'lateKept', 'lateLost'] as const
export type Happening = (typeof happenings)[number]

/** One moment in which it was settled what becomes of spans of a trace. */
export interface HistoryEvent {
  /** Milliseconds of the shop's time. */
  readonly atMs: number
  readonly trace: number
  readonly what: Happening
  readonly spans: number
  /** The policy or rule that is credited; '' where none is. */
  readonly credit: string
}

/** How often the memory is read (ms of the shop's time). */
export const memoryEveryMs = 250

/** All that one strategy makes of a run of traffic. Never changed after it is made. */
export interface History {
  /** Whether spans wait before they are decided; otherwise the decision is made as the trace begins. */
  readonly waits: boolean
  /** In the order of time. */
  readonly events: readonly HistoryEvent[]
  /** Spans held in memory at every `memoryEveryMs`, from 0. */
  readonly heldSpans: readonly number[]
  /** How many traces a kept one says that it stands for, by trace; null where a strategy writes no such thing. */
  readonly adjustedCounts: Float64Array | null
  /** Why this strategy cannot run; then it keeps nothing and drops nothing. */
  readonly refusal: string | null
}

/** A history of nothing at all. */
export function refused(refusal: string): History {
  return { waits: false, events: [], heldSpans: [], adjustedCounts: null, refusal }
}
