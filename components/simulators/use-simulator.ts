import { type RefObject, useEffect, useRef, useState } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import type { Params, SimulatorShape } from '@/lib/simulators/simulator'
import type { SimulatorState, SimulatorStore } from '@/lib/simulators/store'
import { writeUrlState } from '@/lib/simulators/url-state'
import { goesOn } from './goes-on'
import { useInView } from './use-in-view'
import { useReducedMotion } from './use-reduced-motion'

/** The most that one frame advances (ms): after a pause of the page the run goes on, it does not jump. */
const longestFrameMs = 100
/** With reduced motion, the pause between two steps of a run that plays (ms). */
const stepPauseMs = 1200
/** Browsers count how often a page rewrites its address: once for a whole drag is enough (ms). */
const addressPauseMs = 300
export interface RunningSimulator<P extends Params, V> extends SimulatorStore<P, V> {
  readonly simulator: SimulatorShape<P, V>
  /**
   * As of the last step while a run just goes on, or as often as `everyMs` says: numbers are read by `Reading`, frames
   * drawn by `useFrames`.
   */
  readonly state: SimulatorState<P, V>
  /** The element that must be in view for the run to go on. */
  readonly frame: RefObject<HTMLElement | null>
  readonly reducedMotion: boolean
}

interface Options {
  /** The page's address holds the state. */
  readonly inUrl?: boolean | undefined
  /** React renders so often while a run plays, in simulated milliseconds (0: every frame, for a scene that is little work). */
  readonly everyMs?: number
}

/**
 * A simulator on a page: the clock that drives its store. The clock stands still while the frame is off screen or the
 * tab is hidden. Who prefers reduced motion sees steps instead of movement.
 */
export function useSimulator<P extends Params, V>(
  simulator: SimulatorShape<P, V>,
  store: SimulatorStore<P, V>,
  { inUrl = false, everyMs = simulator.stepMs }: Options = {},
): RunningSimulator<P, V> {
  const state = useSteps(store.api, everyMs)
  const frame = useRef<HTMLElement | null>(null)
  const inView = useInView(frame)
  const reducedMotion = useReducedMotion()
  const { playing, speed } = state
  const running = playing && inView

  useEffect(() => {
    if (!running) return
    if (reducedMotion) {
      const timer = setInterval(() => {
        if (store.api.getState().pending !== null) return
        store.step()
        if (!store.api.getState().over) store.play()
      }, stepPauseMs / speed)
      return () => clearInterval(timer)
    }
    let last: number | null = null
    let request = requestAnimationFrame(function tick(now) {
      if (last !== null) store.advance(Math.min(now - last, longestFrameMs) * speed)
      last = now
      request = requestAnimationFrame(tick)
    })
    return () => cancelAnimationFrame(request)
  }, [running, reducedMotion, speed, store])

  useEffect(() => {
    if (!inUrl) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = store.api.subscribe((next, before) => {
      if (next.playing && before.playing) return
      clearTimeout(timer)
      if (next.playing) return
      timer = setTimeout(() => {
        const search = writeUrlState(simulator, next)
        history.replaceState(history.state, '', search === '' ? location.pathname : `?${search}`)
      }, addressPauseMs)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [inUrl, simulator, store])

  return { ...store, simulator, state, frame, reducedMotion }
}

/** The state as it is at each step (0: at each moment), and at once when anything has changed but time. */
function useSteps<P extends Params, V>(api: StoreApi<SimulatorState<P, V>>, stepMs: number) {
  const [state, setState] = useState(api.getState)
  useEffect(() => {
    setState(api.getState())
    return api.subscribe((next, before) => {
      const isNewStep =
        stepMs === 0 || Math.floor(next.elapsedMs / stepMs) > Math.floor(before.elapsedMs / stepMs)
      if (isNewStep || !goesOn(next, before)) setState(next)
    })
  }, [api, stepMs])
  return state
}
