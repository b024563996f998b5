import type { ZodType } from 'zod'

/** A simulation as plain computation: someone else owns the clock, the dice are in the parameters' seed. */
export interface Simulator<P, V> {
  /** Parses what a URL or a control hands over; defaults fill what is absent. */
  readonly params: ZodType<P>
  start(params: P): Run<V>
}

/** One run. Advancing in many small steps comes to the same as in one large step. */
export interface Run<V> {
  /** Lets `ms` of simulated time pass. */
  advance(ms: number): void
  /** What can be seen now. */
  view(): V
}
