import type { LocalDay } from './day'
import type { ReviewEvent } from './event'
import { byTimeThenId } from './fold'
import { toLogged } from './logged'
import type { Plan } from './plan'
import { grade } from './schedule'
import type { QueuedCard } from './session'

/**
 * The queue as it is once the events that still wait in this browser are counted: the server has not seen
 * them, so it still lists cards that were graded, buried or suspended a moment ago. Cards that are not to be
 * asked on `today` any more are left out.
 */
export function withWaiting<T extends QueuedCard>(
  cards: readonly T[],
  waiting: readonly ReviewEvent[],
  today: LocalDay,
  plan: Plan,
): T[] {
  const undone = new Set(waiting.flatMap((event) => (event.kind === 'undo' ? [event.undoes] : [])))
  const events = waiting
    .map((event) => ({ cardId: event.cardId, at: event.at, id: event.id, logged: toLogged(event) }))
    .filter(({ id, logged }) => logged.kind !== 'undo' && !undone.has(id))
    .sort(byTimeThenId)
  return cards.flatMap((card) => {
    let state = card.state
    let isSetAside = false
    for (const { cardId, at, logged } of events) {
      if (cardId !== card.cardId) continue
      if (logged.kind === 'suspend') isSetAside = true
      if (logged.kind === 'unsuspend' || logged.kind === 'unbury') isSetAside = false
      if (logged.kind === 'bury') isSetAside = logged.until > today
      if (logged.kind === 'reset') state = null
      // A grade at or before the state's own time has reached the server; only its answer was lost.
      if (logged.kind === 'grade' && (!state || at > state.lastReviewedAt))
        state = grade(state, logged, { cardId, plan })
    }
    return isSetAside || (state && state.dueDay > today) ? [] : [{ ...card, state }]
  })
}
