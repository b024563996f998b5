import * as z from 'zod/mini'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { type MakeRun, makeAtOnce } from './make-run'
import { findPreset, type Place } from './place'
import type { Params, Run, Simulator, SimulatorShape } from './simulator'

/** Everything that a simulator's page shows. */
export interface SimulatorState<P extends Params, V> extends Place<P> {
  /** While a run is being prepared: still what the last one showed. */
  readonly view: V
  /** The share of the next run that is prepared, 0 to 1; null while the view is of these very parameters. */
  readonly pending: number | null
  /** The last run that was asked for could not be had. */
  readonly failed: boolean
  readonly playing: boolean
  /** Simulated time per real time. */
  readonly speed: number
  readonly over: boolean
  /** The prediction has been made or waived: the run may be seen. */
  readonly revealed: boolean
  /** Index of the option that the learner chose; null for none. */
  readonly guess: number | null
}

/** The state of a simulator and all that can be done to it. It has no clock: whoever has one calls `advance`. */
export interface SimulatorStore<P extends Params, V> {
  readonly api: StoreApi<SimulatorState<P, V>>
  play(): void
  pause(): void
  /** Advances by simulated milliseconds and stops at the end. While a run is being prepared, time stands still. */
  advance(ms: number): void
  /** To the end of the step that the run is in, and pauses. */
  step(): void
  /** To a moment of the run, forwards or, by running it anew, backwards. Pauses. */
  seek(ms: number): void
  /** Back to the beginning, with the parameters as they are. */
  reset(): void
  /** Changes one parameter. The run is made anew up to the same moment; what the schema refuses is kept out. */
  set<K extends keyof P>(name: K, value: P[K]): void
  setSpeed(speed: number): void
  choosePreset(id: string): void
  /** Records the prediction (null: none) and lets the run be seen. */
  reveal(guess: number | null): void
  /** Gives up the run that is being prepared: everything is again as the picture shows it. */
  cancel(): void
  /** Asks again for a run that could not be had. */
  retry(): void
}

interface Runs<P extends Params, V> {
  readonly make: MakeRun<P, V>
  /** The run that the store opens with, advanced to the place. */
  readonly first: Run<V>
}

/** A store for one simulator on one page, whose runs are made at once. */
export function openStore<P extends Params, V>(
  simulator: Simulator<P, V>,
  place: Place<P>,
): SimulatorStore<P, V> {
  const first = simulator.start(place.params)
  if (place.elapsedMs > 0) first.advance(place.elapsedMs)
  return createSimulatorStore(simulator, place, { make: makeAtOnce(simulator), first })
}

/**
 * A store for one simulator on one page.
 *
 * A place with time elapsed opens revealed: who shares a run has shown it.
 */
export function createSimulatorStore<P extends Params, V>(
  simulator: SimulatorShape<P, V>,
  place: Place<P>,
  { make, first }: Runs<P, V>,
): SimulatorStore<P, V> {
  const isOver = (elapsedMs: number) => elapsedMs >= simulator.lastsMs
  let run = first

  const api = createStore<SimulatorState<P, V>>(() => ({
    ...place,
    view: run.view(),
    pending: null,
    failed: false,
    playing: false,
    speed: 1,
    over: isOver(place.elapsedMs),
    revealed: place.elapsedMs > 0,
    guess: null,
  }))

  /** What the picture shows while another run is being prepared: what `run` is of, to go back to. */
  let shown = api.getState()
  let wishes = 0
  let giveUp = () => {}

  const isStale = ({ pending, failed }: SimulatorState<P, V>) => pending !== null || failed

  /** Makes a change that needs another run. The latest wish counts; a picture of an earlier one may pass by. */
  function begin(change: Partial<SimulatorState<P, V>>) {
    const before = api.getState()
    const { params, elapsedMs } = { ...before, ...change }
    const changed = { ...change, over: isOver(elapsedMs), failed: false }
    if (!isStale(before)) shown = before
    wishes += 1
    const own = wishes
    let early: Run<V> | null = null
    let isLate = false

    function ready(made: Run<V>) {
      if (!isLate) early = made
      else if (own === wishes) settle(made, elapsedMs)
      else passBy(made, params, elapsedMs)
    }
    const counts = () => isLate && own === wishes && api.getState().pending !== null
    giveUp = make(params, elapsedMs, {
      ready,
      progress: (share) => counts() && api.setState({ pending: share }),
      failed: () => counts() && api.setState({ pending: null, failed: true, playing: false }),
    })
    isLate = true
    if (early === null) api.setState({ ...changed, pending: 0 })
    else {
      run = early
      api.setState({ ...changed, pending: null, view: run.view() })
    }
  }

  /** The run that was asked for is there. Time may have been set forwards since. */
  function settle(made: Run<V>, madeUntilMs: number) {
    const { elapsedMs, pending } = api.getState()
    if (pending === null) return
    run = made
    if (elapsedMs > madeUntilMs) run.advance(elapsedMs - madeUntilMs)
    api.setState({ pending: null, view: run.view() })
  }

  /** A run that somebody wished for before the present wish: shown, so that a drag has pictures on its way. */
  function passBy(made: Run<V>, params: P, elapsedMs: number) {
    if (api.getState().pending === null || api.getState().elapsedMs !== elapsedMs) return
    run = made
    const view = run.view()
    shown = { ...shown, params, elapsedMs, view, over: isOver(elapsedMs) }
    api.setState({ view })
  }

  function advance(ms: number): void {
    const state = api.getState()
    if (state.over || isStale(state)) return
    const { elapsedMs, playing } = state
    const step = Math.min(ms, simulator.lastsMs - elapsedMs)
    run.advance(step)
    const now = elapsedMs + step
    api.setState({ elapsedMs: now, view: run.view(), over: isOver(now), playing: playing && !isOver(now) })
  }

  function seek(ms: number): void {
    const wanted = Math.min(Math.max(ms, 0), simulator.lastsMs)
    const state = api.getState()
    if (wanted < state.elapsedMs) begin({ elapsedMs: wanted, playing: false })
    else if (isStale(state)) api.setState({ elapsedMs: wanted, over: isOver(wanted), playing: false })
    else {
      api.setState({ playing: false })
      advance(wanted - state.elapsedMs)
    }
  }

  return {
    api,
    advance,
    seek,
    play() {
      if (api.getState().over) begin({ elapsedMs: 0, playing: true, revealed: true })
      else api.setState({ playing: true, revealed: true })
    },
    pause: () => api.setState({ playing: false }),
    step() {
      const { elapsedMs } = api.getState()
      api.setState({ revealed: true })
      // A step that is nearly over counts as done, so that a press always shows something.
      seek((Math.floor(elapsedMs / simulator.stepMs + 1e-6) + 1) * simulator.stepMs)
    },
    reset: () => seek(0),
    set(name, value) {
      const { params } = api.getState()
      const parsed = z.safeParse(simulator.params, { ...params, [name]: value })
      if (parsed.success) begin({ params: parsed.data, notes: [], guess: null, revealed: true })
    },
    setSpeed: (speed) => api.setState({ speed }),
    choosePreset(id) {
      giveUp()
      const { id: preset, params } = findPreset(simulator, id)
      const place = { preset, params, elapsedMs: 0, notes: [] }
      begin({ ...place, playing: false, revealed: false, guess: null })
    },
    reveal: (guess) => api.setState({ revealed: true, guess }),
    cancel() {
      if (!isStale(api.getState())) return
      giveUp()
      const { speed } = api.getState()
      api.setState({ ...shown, speed, playing: false })
    },
    retry: () => api.getState().failed && begin({}),
  }
}
