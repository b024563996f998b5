import { useEffect, useState } from 'react'
import type { MakeRun } from '@/lib/simulators/make-run'
import { type Place, placeOf } from '@/lib/simulators/place'
import type { Params, Simulator, SimulatorShape } from '@/lib/simulators/simulator'
import { createSimulatorStore, openStore, type SimulatorStore } from '@/lib/simulators/store'
import { readUrlState } from '@/lib/simulators/url-state'
import { makeLatest } from './make-latest'
import { runInSlices } from './run-in-slices'
import type { SimulatorProps } from './simulator-props'

/** Makes the runs of one simulator on one page, for as long as it is there. */
export interface RunMaker<P extends Params, V> {
  readonly make: MakeRun<P, V>
  close(): void
}

/** A simulator on its way to a page. */
export interface Opening<P extends Params, V> {
  /** Null until the first run is there. */
  readonly store: SimulatorStore<P, V> | null
  /** What the first run needs could not be had. */
  readonly failed: boolean
  retry(): void
}

/** The place that a page opens a simulator at. */
function firstPlace<P extends Params, V>(
  simulator: SimulatorShape<P, V>,
  { preset, state, inUrl }: SimulatorProps,
): Place<P> {
  return inUrl
    ? readUrlState(simulator, location.search)
    : placeOf(simulator, { preset, ...(state && { given: state }) })
}

/** The store of a simulator whose runs are made at once. */
export function useStoreAtOnce<P extends Params, V>(
  simulator: Simulator<P, V>,
  props: SimulatorProps,
): SimulatorStore<P, V> {
  const [store] = useState(() => openStore(simulator, firstPlace(simulator, props)))
  return store
}

/** The store of a simulator whose runs take their time. `open` and the simulator must not change. */
export function useStore<P extends Params, V>(
  simulator: SimulatorShape<P, V>,
  props: SimulatorProps,
  open: () => RunMaker<P, V>,
): Opening<P, V> {
  const [place] = useState(() => firstPlace(simulator, props))
  const [store, setStore] = useState<SimulatorStore<P, V> | null>(null)
  const [tries, setTries] = useState(1)
  const [failures, setFailures] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try opens anew
  useEffect(() => {
    const { make, close } = open()
    make(place.params, place.elapsedMs, {
      ready: (first) => setStore(createSimulatorStore(simulator, place, { make, first })),
      progress() {},
      failed: () => setFailures((before) => before + 1),
    })
    return close
  }, [simulator, open, place, tries])

  return { store, failed: failures === tries, retry: () => setTries(failures + 1) }
}

/** Makes the runs of a model that prepares them, in slices on the page. */
export function openSlices<P extends Params, V>(simulator: Simulator<P, V>): RunMaker<P, V> {
  const make: MakeRun<P, V> = (params, elapsedMs, { ready, progress }) =>
    runInSlices(simulator.prepare!(params, elapsedMs), { done: ready, progress })
  return { make: makeLatest(make), close() {} }
}
