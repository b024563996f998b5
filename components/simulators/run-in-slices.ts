import type { Work } from '@/lib/simulators/work'

/** How long one slice may hold up whatever else its thread has to do (ms). */
const sliceMs = 5

interface Listener<T> {
  done(result: T): void
  progress(share: number): void
}

/**
 * Does work piece by piece, in slices with room between them for everything else. The first slice is done before this
 * returns, so that little work is done at once. On a page and in a worker alike.
 *
 * @returns gives the work up.
 */
export function runInSlices<T>(work: Work<T>, { done, progress }: Listener<T>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  function slice() {
    timer = undefined
    const until = performance.now() + sliceMs
    for (;;) {
      const piece = work.next()
      if (piece.done) return done(piece.value)
      if (performance.now() < until) continue
      timer = setTimeout(slice)
      return progress(piece.value)
    }
  }
  slice()
  return () => clearTimeout(timer)
}
