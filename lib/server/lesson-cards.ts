import 'server-only'
import { fail, ok, type Result } from '../result'
import type { ReviewEvent } from '../review/event'
import { findFolds } from './cards'
import { listActiveCards } from './content'
import { inTransaction } from './database'
import { makeStamp } from './make-stamp'
import { recordEventsIn } from './reviews'
import type { UserId } from './session'
import { getSettings } from './settings'

/** How many cards a lesson has, and how many of them are in the learner's deck. */
export async function countLessonCards(user: UserId, lesson: string): Promise<{ all: number; mine: number }> {
  const ids = listActiveCards(lesson).map(({ id }) => id)
  return { all: ids.length, mine: (await findFolds(user, ids)).size }
}

/**
 * Puts the cards of a lesson that are not in the deck yet there, as new ones in the lesson's order. Repeating
 * it adds nothing. `not_found`: no such lesson.
 */
export async function addLessonCards(
  user: UserId,
  lesson: string,
  now: number,
): Promise<Result<{ added: number }>> {
  const ids = listActiveCards(lesson).map(({ id }) => id)
  if (ids.length === 0) return fail('not_found', 'This lesson has no cards.')
  const settings = await getSettings(user)
  const known = await findFolds(user, ids)
  const fresh = ids.filter((id) => !known.has(id))
  // Each a millisecond apart before now: new cards are asked in the order of their adding.
  const events = fresh.map(
    (cardId, place): ReviewEvent => ({
      ...makeStamp(settings, now - fresh.length + place),
      kind: 'add',
      cardId,
      source: 'lesson',
    }),
  )
  if (events.length > 0) await inTransaction((tx) => recordEventsIn(tx, user, events, now))
  return ok({ added: events.length })
}
