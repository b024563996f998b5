import * as z from 'zod/mini'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { findPreset, type Place } from './place'
import type { Params, Run, Simulator } from './simulator'

/** Everything that a simulator's page shows. */
export interface SimulatorState<P extends Params, V> extends Place<P> {
  readonly view: V
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
  /** Advances by simulated milliseconds and stops at the end. */
  advance(ms: number): void
  /** To the end of the step that the run is in, and pauses. */
  step(): void
  /** To a moment of the run, forwards or, by running it anew, backwards. Pauses. */
  seek(ms: number): void
  /** Back to the beginning, with the parameters as they are. */
  reset(): void
  /** Changes one parameter. The run is computed anew up to the same moment; what the schema refuses is kept out. */
  set<K extends keyof P>(name: K, value: P[K]): void
  setSpeed(speed: number): void
  choosePreset(id: string): void
  /** Records the prediction (null: none) and lets the run be seen. */
  reveal(guess: number | null): void
}

/**
 * A store for one simulator on one page.
 *
 * A place with time elapsed opens revealed: who shares a run has shown it.
 */
export function createSimulatorStore<P extends Params, V>(
  simulator: Simulator<P, V>,
  place: Place<P>,
): SimulatorStore<P, V> {
  let run: Run<V>

  function begin(from: Place<P>) {
    run = simulator.start(from.params)
    if (from.elapsedMs > 0) run.advance(from.elapsedMs)
    return { ...from, view: run.view(), over: from.elapsedMs >= simulator.lastsMs }
  }

  const api = createStore<SimulatorState<P, V>>(() => ({
    ...begin(place),
    playing: false,
    speed: 1,
    revealed: place.elapsedMs > 0,
    guess: null,
  }))

  function advance(ms: number): void {
    const { elapsedMs, over, playing } = api.getState()
    if (over) return
    const step = Math.min(ms, simulator.lastsMs - elapsedMs)
    run.advance(step)
    const now = elapsedMs + step
    const isOver = now >= simulator.lastsMs
    api.setState({ elapsedMs: now, view: run.view(), over: isOver, playing: playing && !isOver })
  }

  function seek(ms: number): void {
    const wanted = Math.min(Math.max(ms, 0), simulator.lastsMs)
    const state = api.getState()
    if (wanted < state.elapsedMs) api.setState({ ...begin({ ...state, elapsedMs: wanted }), playing: false })
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
      const state = api.getState()
      if (state.over) api.setState(begin({ ...state, elapsedMs: 0 }))
      api.setState({ playing: true, revealed: true })
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
      const state = api.getState()
      const parsed = z.safeParse(simulator.params, { ...state.params, [name]: value })
      if (!parsed.success) return
      api.setState({ ...begin({ ...state, params: parsed.data, notes: [] }), guess: null, revealed: true })
    },
    setSpeed: (speed) => api.setState({ speed }),
    choosePreset(id) {
      const preset = findPreset(simulator, id)
      const fresh = begin({ preset: preset.id, params: preset.params, elapsedMs: 0, notes: [] })
      api.setState({ ...fresh, playing: false, revealed: false, guess: null })
    },
    reveal: (guess) => api.setState({ revealed: true, guess }),
  }
}
