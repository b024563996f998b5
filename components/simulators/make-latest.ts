import type { MakeRun } from '@/lib/simulators/make-run'
import type { Params } from '@/lib/simulators/simulator'

/** What is there within this time (ms) is there at once, as far as an eye can tell. */
export const blinkMs = 100

/**
 * One run at a time, and of those that wait only the newest. A run that another replaces may still be shown if it is
 * there within a blink of its beginning, so that a drag has pictures on its way; after that it is given up.
 */
export function makeLatest<P extends Params, V>(make: MakeRun<P, V>): MakeRun<P, V> {
  let current: { readonly giveUp: () => void; readonly since: number } | null = null
  let next: (() => void) | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function goOn() {
    clearTimeout(timer)
    current = null
    const begin = next
    next = null
    begin?.()
  }

  function giveUp() {
    clearTimeout(timer)
    current?.giveUp()
    current = next = null
  }

  return (params, elapsedMs, listener) => {
    function begin() {
      let isOver = false
      const end = (tell: () => void) => {
        isOver = true
        tell()
        goOn()
      }
      const since = performance.now()
      const stop = make(params, elapsedMs, {
        progress: listener.progress,
        ready: (run) => end(() => listener.ready(run)),
        failed: () => end(listener.failed),
      })
      if (!isOver) current = { giveUp: stop, since }
    }

    if (current === null) begin()
    else {
      next = begin
      clearTimeout(timer)
      timer = setTimeout(
        () => {
          current?.giveUp()
          goOn()
        },
        Math.max(0, current.since + blinkMs - performance.now()),
      )
    }
    return giveUp
  }
}
