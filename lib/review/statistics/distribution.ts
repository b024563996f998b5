/** So many cards lie from `from` on and under `to`; `to` is null where there is no end. */
export interface Share {
  from: number
  to: number | null
  cards: number
}

/** Where one step of stability ends and the next begins, in days: from one day to over a year. */
const STABILITY_STEPS = [0, 1, 3, 7, 21, 60, 180, 365]
const DIFFICULTY_STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** How long the deck's memories last: cards by stability in days. */
export function stabilityShares(stabilities: readonly number[]): Share[] {
  return shares(stabilities, STABILITY_STEPS)
}

/** How hard the deck's cards are: by FSRS difficulty, 1 to 10. */
export function difficultyShares(difficulties: readonly number[]): Share[] {
  return shares(difficulties, DIFFICULTY_STEPS).map((share) => ({ ...share, to: share.to ?? 10 }))
}

/** The middle one of the values; null where there is none. */
export function medianOf(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? null
}

function shares(values: readonly number[], steps: readonly number[]): Share[] {
  const counts = new Array<number>(steps.length).fill(0)
  for (const value of values) {
    const place = steps.findLastIndex((step) => value >= step)
    counts[Math.max(0, place)]! += 1
  }
  return steps.map((from, place) => ({ from, to: steps[place + 1] ?? null, cards: counts[place]! }))
}
