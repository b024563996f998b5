import type { Params, Run, Simulator } from './simulator'

/** What comes of the wish for a run. Nothing comes after `ready` or `failed`, nor once it was given up. */
export interface RunListener<V> {
  /** The run, advanced to the moment that was asked for. */
  ready(run: Run<V>): void
  /** The share of the work that is done, 0 to 1. */
  progress(share: number): void
  /** Something that the run needs could not be had. */
  failed(): void
}

/**
 * How a store comes by its runs: at once, in pieces, or from a worker. A listener may hear before this returns. What it
 * returns gives the run up.
 */
export type MakeRun<P extends Params, V> = (
  params: P,
  elapsedMs: number,
  listener: RunListener<V>,
) => () => void

/** Makes each run as it is asked for, before anything else happens. */
export function makeAtOnce<P extends Params, V>(simulator: Simulator<P, V>): MakeRun<P, V> {
  return (params, elapsedMs, { ready }) => {
    const run = simulator.start(params)
    if (elapsedMs > 0) run.advance(elapsedMs)
    ready(run)
    return () => {}
  }
}
