import { useEffect, useState } from 'react'
import type { Params } from '@/lib/simulators/simulator'
import type { SimulatorState, SimulatorStore } from '@/lib/simulators/store'
import { SimulatorButton } from './simulator-button'

/** A run that takes longer than this (ms) says so. */
const patienceMs = 250

interface Props<P extends Params, V> {
  store: Pick<SimulatorStore<P, V>, 'cancel' | 'retry'>
  pending: SimulatorState<P, V>['pending']
  failed: boolean
}

/**
 * What becomes of a run that is not there yet: nothing for a moment, then how far it is, and a way out. It lies over
 * the old picture, so that nothing moves.
 */
export function PendingRun<P extends Params, V>({ store, pending, failed }: Props<P, V>) {
  const isSlow = useIsSlow(pending !== null)
  const isShown = failed || isSlow
  return (
    <div
      role="status"
      className={
        isShown
          ? 'absolute inset-x-0 top-0 z-2 mx-auto flex w-fit max-w-full flex-wrap items-center gap-3 rounded border border-line-strong bg-raised p-2 pl-3 shadow-md'
          : undefined
      }
    >
      {failed ? (
        <>
          <span>This run could not be prepared. What you see is the run before.</span>
          <SimulatorButton onClick={store.retry}>Try again</SimulatorButton>
          <SimulatorButton onClick={store.cancel}>Keep the run before</SimulatorButton>
        </>
      ) : (
        isSlow && (
          <>
            <span>Preparing the run</span>
            <progress
              aria-label="Share that is prepared"
              className="w-32 accent-accent"
              value={pending ?? 0}
            />
            <SimulatorButton onClick={store.cancel}>Cancel</SimulatorButton>
          </>
        )
      )}
    </div>
  )
}

function useIsSlow(isPending: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (!isPending) return
    const timer = setTimeout(() => setSlow(true), patienceMs)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [isPending])
  return isSlow
}
