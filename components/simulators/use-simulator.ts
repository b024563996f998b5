import { type RefObject, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { type Place, placeOf } from '@/lib/simulators/place'
import type { Params, Simulator } from '@/lib/simulators/simulator'
import { createSimulatorStore, type SimulatorState, type SimulatorStore } from '@/lib/simulators/store'
import { readUrlState, writeUrlState } from '@/lib/simulators/url-state'
import type { SimulatorProps } from './simulator-props'

/** The most that one frame advances (ms): after a pause of the page the run goes on, it does not jump. */
const longestFrameMs = 100
/** With reduced motion, the pause between two steps of a run that plays (ms). */
const stepPauseMs = 1200
/** Browsers count how often a page rewrites its address: once for a whole drag is enough (ms). */
const addressPauseMs = 300

export interface RunningSimulator<P extends Params, V> extends SimulatorStore<P, V> {
  readonly simulator: Simulator<P, V>
  readonly state: SimulatorState<P, V>
  /** The element that must be in view for the run to go on. */
  readonly frame: RefObject<HTMLElement | null>
  readonly reducedMotion: boolean
}

/**
 * A simulator on a page: its store, and the clock that drives it. The clock stands still while the frame is off
 * screen or the tab is hidden. Who prefers reduced motion sees steps instead of movement.
 */
export function useSimulator<P extends Params, V>(
  simulator: Simulator<P, V>,
  { preset, state: given, inUrl = false }: SimulatorProps,
): RunningSimulator<P, V> {
  const [store] = useState(() => {
    const place: Place<P> = inUrl
      ? readUrlState(simulator, location.search)
      : placeOf(simulator, { preset, ...(given && { given }) })
    return createSimulatorStore(simulator, place)
  })
  const state = useStore(store.api)
  const frame = useRef<HTMLElement | null>(null)
  const inView = useInView(frame)
  const reducedMotion = useReducedMotion()
  const { playing, speed } = state
  const running = playing && inView

  useEffect(() => {
    if (!running) return
    if (reducedMotion) {
      const timer = setInterval(() => {
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
    const stop = store.api.subscribe((next) => {
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

/** Whether the element is on screen and its tab is shown. */
function useInView(element: RefObject<Element | null>): boolean {
  const [onScreen, setOnScreen] = useState(false)
  const [shown, setShown] = useState(true)
  useEffect(() => {
    const target = element.current
    if (!target) return
    const observer = new IntersectionObserver((entries) =>
      setOnScreen(entries.some((entry) => entry.isIntersecting)),
    )
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  useEffect(() => {
    const look = () => setShown(document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return onScreen && shown
}

function useReducedMotion(): boolean {
  const [reduced, setReduced] = useState(() => matchMedia('(prefers-reduced-motion: reduce)').matches)
  useEffect(() => {
    const query = matchMedia('(prefers-reduced-motion: reduce)')
    const look = () => setReduced(query.matches)
    query.addEventListener('change', look)
    return () => query.removeEventListener('change', look)
  }, [])
  return reduced
}
