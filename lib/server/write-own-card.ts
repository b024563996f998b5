import 'server-only'
import { randomUUID } from 'node:crypto'
import { ownCardId } from '@/lib/content/own-card-id'
import { fail, ok, type Result } from '../result'
import { findPlace } from './content'
import { inTransaction } from './database'
import { makeStamp } from './make-stamp'
import type { OwnCard } from './own-cards'
import { lockLog } from './review-log'
import { recordEventsIn } from './reviews'
import type { UserId } from './session'
import { getSettings } from './settings'

/** A learner may have this many cards of their own. */
export const OWN_CARD_LIMIT = 5000

/**
 * Makes a card of the learner's own and puts it into the deck as a new one, in one transaction. Answers its id.
 * `invalid`: its lesson is none of ours. `conflict`: the learner has as many as they may.
 */
export async function writeOwnCard(
  user: UserId,
  { question, answer, lesson, heading, tags }: Omit<OwnCard, 'id'>,
  now: number,
): Promise<Result<{ cardId: string }>> {
  const place = lesson === null ? null : findPlace(lesson, heading)
  if (lesson !== null && !place) return fail('invalid', 'This lesson is not part of the course any more.')
  const settings = await getSettings(user)
  return inTransaction(async (tx) => {
    // The lock makes counting and writing one: two tabs cannot pass the limit together.
    if (!(await lockLog(tx, user))) return fail('unauthenticated')
    const { rows } = await tx.query<{ cards: number }>(
      'SELECT count(*)::int AS cards FROM own_cards WHERE user_id = $1 AND deleted_at IS NULL',
      [user],
    )
    if (rows[0]!.cards >= OWN_CARD_LIMIT)
      return fail('conflict', `You have ${OWN_CARD_LIMIT} cards of your own, as many as there may be.`)
    const cardId = ownCardId(randomUUID())
    await tx.query(
      `INSERT INTO own_cards (user_id, id, question, answer, lesson, heading, tags)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [user, cardId, question, answer, lesson, place?.heading ?? null, tags],
    )
    const event = {
      ...makeStamp(settings, now),
      kind: 'add',
      cardId,
      source: lesson === null ? 'deck' : 'lesson',
    }
    await recordEventsIn(tx, user, [event], now)
    return ok({ cardId })
  })
}
