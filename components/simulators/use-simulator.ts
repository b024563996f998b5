import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import type { Params, Simulator } from '@/lib/simulators/simulator'
import type { SimulatorState, SimulatorStore } from '@/lib/simulators/store'
import { writeUrlState } from '@/lib/simulators/url-state'
import { useInView } from './use-in-view'
import { useReducedMotion } from './use-reduced-motion'

/** The most that one frame advances (ms): after a pause of the page the run goes on, it does not jump. */
const longestFrameMs = 100
/** With reduced motion, the pause between two steps of a run that plays (ms). */
const stepPauseMs = 1200
/** Browsers count how often a page rewrites its address: once for a whole drag is enough (ms). */
const addressPauseMs = 300
/** How long a number stands still while a run plays (ms), so that an eye can read it. */
const readingPauseMs = 250

export interface RunningSimulator<P extends Params, V> extends SimulatorStore<P, V> {
  readonly simulator: Simulator<P, V>
  /** At the rate of reading: what moves from frame to frame is drawn by `useFrames`. */
  readonly state: SimulatorState<P, V>
  /** The element that must be in view for the run to go on. */
  readonly frame: RefObject<HTMLElement | null>
  readonly reducedMotion: boolean
}

/**
 * A simulator on a page: the clock that drives its store. The clock stands still while the frame is off screen or the
 * tab is hidden. Who prefers reduced motion sees steps instead of movement.
 */
export function useSimulator<P extends Params, V>(
  simulator: Simulator<P, V>,
  store: SimulatorStore<P, V>,
  inUrl = false,
): RunningSimulator<P, V> {
  const state = useReadableState(store.api, simulator.stepMs)
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

/**
 * Draws by hand, without React: at once, and then each time the state has changed, frame by frame. `draw` is called
 * anew with another identity when what it draws on has changed.
 */
export function useFrames<P extends Params, V>(
  api: StoreApi<SimulatorState<P, V>>,
  draw: (state: SimulatorState<P, V>) => void,
): void {
  useLayoutEffect(() => {
    draw(api.getState())
    return api.subscribe(draw)
  }, [api, draw])
}

/** The state as React renders it: at once, but while the run just goes on, at the rate of reading and at each step. */
function useReadableState<P extends Params, V>(api: StoreApi<SimulatorState<P, V>>, stepMs: number) {
  const [state, setState] = useState(api.getState)
  useEffect(() => {
    let readAt = 0
    const look = (next: SimulatorState<P, V>, before: SimulatorState<P, V>) => {
      const stepIsOver = Math.floor(next.elapsedMs / stepMs) > Math.floor(before.elapsedMs / stepMs)
      const now = performance.now()
      if (goesOn(next, before) && !stepIsOver && now < readAt + readingPauseMs) return
      readAt = now
      setState(next)
    }
    setState(api.getState())
    return api.subscribe(look)
  }, [api, stepMs])
  return state
}

/** Whether nothing differs but that time has passed. */
function goesOn<P extends Params, V>(next: SimulatorState<P, V>, before: SimulatorState<P, V>): boolean {
  const names = Object.keys(next) as (keyof SimulatorState<P, V>)[]
  return (
    next.playing &&
    names.every((name) => name === 'view' || name === 'elapsedMs' || next[name] === before[name])
  )
}
