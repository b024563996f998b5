import 'server-only'
import { type Folded, fold, type LoggedEvent } from '@/lib/review/fold'
import type { Plan } from '@/lib/review/plan'
import type { Queryable } from './database'
import { readLogs } from './review-log'
import type { UserId } from './session'

/** Cards read before the process turns to other requests again. */
const CARDS_AT_ONCE = 100

/** The learner's whole log by card, some cards at a time. */
export async function* readWholeLog(
  tx: Queryable,
  user: UserId,
): AsyncGenerator<ReadonlyMap<string, LoggedEvent[]>> {
  const { rows } = await tx.query<{ card_id: string }>(
    'SELECT DISTINCT card_id FROM review_events WHERE user_id = $1',
    [user],
  )
  const cards = rows.map((row) => row.card_id)
  for (let place = 0; place < cards.length; place += CARDS_AT_ONCE)
    yield await readLogs(tx, user, cards.slice(place, place + CARDS_AT_ONCE))
}

/**
 * The learner's cards as their logs come out under a plan, some at a time: what other weights would say of
 * them. Null for a card whose log does not put it into the deck. Writes nothing.
 */
export async function* replayLogs(
  tx: Queryable,
  user: UserId,
  plan: Plan,
): AsyncGenerator<ReadonlyMap<string, Folded | null>> {
  for await (const logs of readWholeLog(tx, user))
    yield new Map([...logs].map(([cardId, log]) => [cardId, fold(log, { cardId, plan })]))
}
