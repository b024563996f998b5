/**
 * Work in pieces: after each it yields the share that is done, 0 to 1, and at the end it returns what it made. Whoever
 * runs it decides when the next piece is due, so that a page stays free for its reader in between, and gives it up by
 * not going on. A piece is a few thousand steps at most.
 */
export type Work<T> = Generator<number, T, undefined>

/** Does all the work at once, however long it takes. */
export function finishWork<T>(work: Work<T>): T {
  for (;;) {
    const piece = work.next()
    if (piece.done) return piece.value
  }
}

/** A part of a larger work: the shares that it yields are of the stretch `from..to` of the whole. */
export function* stretchOf<T>(work: Work<T>, from: number, to: number): Work<T> {
  for (;;) {
    const piece = work.next()
    if (piece.done) return piece.value
    yield from + (to - from) * piece.value
  }
}
