import type { MakeRun, RunListener } from '@/lib/simulators/make-run'
import type { Run } from '@/lib/simulators/simulator'
import { counter } from './counter'

type CounterParams = (typeof counter.presets)[0]['params']

/** A wish for a run that is fulfilled when the test says so. */
export interface Wish {
  readonly params: CounterParams
  readonly listener: RunListener<number>
  readonly isGivenUp: () => boolean
  fulfil(): void
}

/** Runs of the counter that come when they are told to, and the wishes for them in order. */
export function deferRuns(): { make: MakeRun<CounterParams, number>; wishes: Wish[] } {
  const wishes: Wish[] = []
  const make: MakeRun<CounterParams, number> = (params, elapsedMs, listener) => {
    let isGivenUp = false
    wishes.push({
      params,
      listener,
      isGivenUp: () => isGivenUp,
      fulfil() {
        const run: Run<number> = counter.start(params)
        run.advance(elapsedMs)
        listener.ready(run)
      },
    })
    return () => {
      isGivenUp = true
    }
  }
  return { make, wishes }
}
