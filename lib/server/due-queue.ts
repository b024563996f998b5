import 'server-only'
import { localDay } from '../review/day'
import { countDue, findNextDueDay, listDueCards } from './cards'
import { findCardFace } from './content'
import type { UserId } from './session'
import { getSettings } from './settings'

/** A browser that comes back asks which of its cards are still due: so many ids are worth listing. */
const LISTED_IDS = 500

/** What the learner is to review now, on the day that it is for them. `now` in ms. */
export async function getDueQueue(user: UserId, now: number) {
  const { zone, dayStartsAt, sessionCards } = await getSettings(user)
  const today = localDay(now, zone, dayStartsAt)
  const [listed, nextDueDay] = await Promise.all([
    listDueCards(user, today, LISTED_IDS),
    findNextDueDay(user, today),
  ])
  const isWhole = listed.length < LISTED_IDS
  const due = isWhole ? listed.length : await countDue(user, today)
  const cards = listed.slice(0, sessionCards).flatMap(({ cardId, state }) => {
    const face = findCardFace(cardId)
    return face ? [{ face, state }] : []
  })
  return {
    today,
    cards,
    due,
    dueIds: isWhole ? listed.map(({ cardId }) => cardId) : null,
    nextDueDay,
    isEmptyDeck: due === 0 && nextDueDay === null,
  }
}
