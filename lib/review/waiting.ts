import { type LocalDay, localDay } from './day'
import type { ReviewEvent } from './event'
import { byTimeThenId } from './fold'
import { grade } from './schedule'
import type { QueuedCard } from './session'

/**
 * The queue as it is once the events that still wait in this browser are counted: the server has not seen
 * them, so it still lists cards that were graded a moment ago. Cards no longer due on `today` are left out.
 */
export function withWaiting<T extends QueuedCard>(
  cards: readonly T[],
  waiting: readonly ReviewEvent[],
  today: LocalDay,
): T[] {
  const undone = new Set(waiting.flatMap((event) => (event.kind === 'undo' ? [event.undoes] : [])))
  const grades = waiting
    .filter((event) => event.kind === 'grade')
    .filter((event) => !undone.has(event.id))
    .sort(byTimeThenId)
  return cards.flatMap((card) => {
    let state = card.state
    for (const event of grades) {
      // A grade at or before the state's own time has reached the server; only its answer was lost.
      const isNews = event.cardId === card.cardId && (!state || event.at > state.lastReviewedAt)
      if (!isNews) continue
      const day = localDay(event.at, event.zone, event.dayStartsAt)
      state = grade(state, { grade: event.grade, at: event.at, day })
    }
    return state && state.dueDay > today ? [] : [{ ...card, state }]
  })
}
