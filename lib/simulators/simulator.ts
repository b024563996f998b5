import type * as z from 'zod/mini'
import type { Preset } from './preset'
import type { Work } from './work'

/** Parameters are flat, so that each fits a control and a place in the URL. Write them as a `type`. */
export type Params = Readonly<Record<string, string | number | boolean>> & {
  /** A whole number from 0. All chance of a run comes from it: same parameters, same run. */
  readonly seed: number
}

/** What can be said of a simulator without running it: enough for a page whose runs are made elsewhere. */
export interface SimulatorShape<P extends Params, V> {
  /** Kebab-case: the last part of the address /play/<name>. */
  readonly name: string
  readonly params: z.core.$ZodType<P>
  /** The first is where the simulator begins. */
  readonly presets: readonly [Preset<P, V>, ...Preset<P, V>[]]
  /** What one press of Step advances, in simulated milliseconds. */
  readonly stepMs: number
  /** When a run is over, in simulated milliseconds; `Infinity` for one that goes on. */
  readonly lastsMs: number
}

/**
 * A model that can be run: plain computation, without a clock, dice or a page. Someone else owns the clock and
 * calls `advance`. `P` are the parameters, `V` is what there is to see at a moment.
 */
export interface Simulator<P extends Params, V> extends SimulatorShape<P, V> {
  start(params: P): Run<V>
  /**
   * For a model whose runs take long to make: the same run as `start` gives, advanced to that moment (simulated
   * milliseconds), made in pieces. A page then keeps the old picture until the new run is there.
   */
  prepare?(params: P, elapsedMs: number): Work<Run<V>>
}

/** One run of a model, from its start. */
export interface Run<V> {
  /** @param ms simulated milliseconds, not negative. */
  advance(ms: number): void
  /** A snapshot that is never changed afterwards. */
  view(): V
}
