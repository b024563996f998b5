import type { CardinalityOutcome } from './sentence'

/** What there is of one status code, and what a query for it finds. */
export interface StatusAnswer {
  readonly status: number
  readonly requests: number
  /** Null where the metric does not have the status code. */
  readonly found: number | null
}

/** What there is to see at a moment of the run. */
export interface CardinalityView extends CardinalityOutcome {
  /** Most sets that the metric's attributes can make. */
  readonly possibleSets: number
  /** Sets that the requests so far made, with a series or without. */
  readonly seenSets: number
  /** Which series are of failed requests: their places in the order of birth, from 0. */
  readonly failedSeries: readonly number[]
  readonly statuses: readonly StatusAnswer[]
  /** What the SDK itself holds, in bytes without strings. */
  readonly sdkBytes: number
  /** What is going on: changes only when the run comes to something new. */
  readonly phase: string
  /** What happened and why, with the numbers of this moment. */
  readonly sentence: string
}
