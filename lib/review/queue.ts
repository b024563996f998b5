/** What a learner allows in one day of theirs, and what of it is used. */
export interface DailyUse {
  newPerDay: number
  reviewsPerDay: number
  /** Cards met for the first time today, prompts in a lesson included. */
  newToday: number
  /** Other cards reviewed today. */
  reviewedToday: number
}

/** How many more new cards, and how many more reviews, the day has room for. */
export function dailyRoom(use: DailyUse): { fresh: number; reviews: number } {
  return {
    fresh: Math.max(0, use.newPerDay - use.newToday),
    reviews: Math.max(0, use.reviewsPerDay - use.reviewedToday),
  }
}

/** Siblings stand at least this many cards apart, where there are others to put between them. */
export const SIBLING_GAP = 3

/**
 * The same items with siblings (equal `family`) apart, otherwise in their order: each place takes the first
 * that has no sibling among the last few, or the first of all where every one has. `family` is null for an
 * item without siblings.
 */
export function spreadSiblings<T>(items: readonly T[], family: (item: T) => string | null): T[] {
  const left = items.map((item) => ({ item, family: family(item) }))
  const recent: (string | null)[] = []
  const spread: T[] = []
  while (left.length > 0) {
    const apart = left.findIndex((each) => each.family === null || !recent.includes(each.family))
    const [taken] = left.splice(Math.max(0, apart), 1)
    if (!taken) break
    spread.push(taken.item)
    recent.push(taken.family)
    if (recent.length >= SIBLING_GAP) recent.shift()
  }
  return spread
}
