import { type ReactNode, useEffect, useState } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import type { Params } from '@/lib/simulators/simulator'
import type { SimulatorState } from '@/lib/simulators/store'
import { goesOn } from './goes-on'

/** How long a number stands still while a run plays (ms), so that an eye can read it. */
const readingPauseMs = 250

interface Props<P extends Params, V> {
  api: StoreApi<SimulatorState<P, V>>
  /** A share of the pause, 0 to 1: readings with different ones fall into different frames. */
  phase: number
  children: (state: SimulatorState<P, V>) => ReactNode
}

/** What is read, not watched: rendered a few times a second while the run plays, and at once when anything else changes. */
export function Reading<P extends Params, V>({ api, phase, children }: Props<P, V>) {
  const [state, setState] = useState(api.getState)
  useEffect(() => {
    let slot = 0
    setState(api.getState())
    return api.subscribe((next, before) => {
      const now = Math.floor(performance.now() / readingPauseMs + phase)
      if (now === slot && goesOn(next, before)) return
      slot = now
      setState(next)
    })
  }, [api, phase])
  return children(state)
}
