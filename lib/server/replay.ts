import 'server-only'
import { type Folded, fold } from '@/lib/review/fold'
import type { Plan } from '@/lib/review/plan'
import type { Queryable } from './database'
import { readLogs } from './review-log'
import type { UserId } from './session'

/** Cards folded before the process turns to other requests again. */
const CARDS_AT_ONCE = 100

/**
 * The learner's cards as their logs come out under a plan, some at a time: what other weights would say of
 * them. Null for a card whose log does not put it into the deck. Writes nothing.
 */
export async function* replayLogs(
  tx: Queryable,
  user: UserId,
  plan: Plan,
): AsyncGenerator<ReadonlyMap<string, Folded | null>> {
  const cards = await listLoggedCards(tx, user)
  for (let place = 0; place < cards.length; place += CARDS_AT_ONCE) {
    const some = cards.slice(place, place + CARDS_AT_ONCE)
    const logs = await readLogs(tx, user, some)
    yield new Map(some.map((cardId) => [cardId, fold(logs.get(cardId) ?? [], { cardId, plan })]))
  }
}

async function listLoggedCards(tx: Queryable, user: UserId): Promise<string[]> {
  const { rows } = await tx.query<{ card_id: string }>(
    'SELECT DISTINCT card_id FROM review_events WHERE user_id = $1',
    [user],
  )
  return rows.map((row) => row.card_id)
}
