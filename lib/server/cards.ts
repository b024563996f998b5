import 'server-only'
import type { LocalDay } from '@/lib/review/day'
import type { CardState } from '@/lib/review/schedule'
import { type StateColumns, stateColumns, toState } from './card-states'
import { activeCardIds } from './content'
import { pool } from './database'
import type { UserId } from './session'

export interface DeckCard {
  cardId: string
  state: CardState
}

/** The learner's cards due on or before a day of theirs, the longest due first; at most `limit`. */
export async function listDueCards(user: UserId, today: LocalDay, limit: number): Promise<DeckCard[]> {
  const { rows } = await pool.query<StateColumns>(
    `SELECT ${stateColumns} FROM card_states WHERE user_id = $1 AND due_day <= $2 AND card_id = ANY($3)
     ORDER BY due_day, last_reviewed_at, card_id LIMIT $4`,
    [user, today, activeCardIds(), limit],
  )
  return rows.map((row) => ({ cardId: row.card_id, state: toState(row) }))
}

/** How many of the learner's cards are due on or before a day of theirs. */
export async function countDue(user: UserId, today: LocalDay): Promise<number> {
  const { rows } = await pool.query<{ due: number }>(
    `SELECT count(*)::int AS due FROM card_states WHERE user_id = $1 AND due_day <= $2 AND card_id = ANY($3)`,
    [user, today, activeCardIds()],
  )
  return rows[0]?.due ?? 0
}

/** The first day after `today` on which a card falls due; null where none will. */
export async function findNextDueDay(user: UserId, today: LocalDay): Promise<LocalDay | null> {
  const { rows } = await pool.query<{ day: LocalDay | null }>(
    `SELECT min(due_day)::text AS day FROM card_states
     WHERE user_id = $1 AND due_day > $2 AND card_id = ANY($3)`,
    [user, today, activeCardIds()],
  )
  return rows[0]?.day ?? null
}

/** The states of those of the named cards that are in the learner's deck. */
export async function findStates(user: UserId, cardIds: readonly string[]): Promise<Map<string, CardState>> {
  const { rows } = await pool.query<StateColumns>(
    `SELECT ${stateColumns} FROM card_states WHERE user_id = $1 AND card_id = ANY($2)`,
    [user, cardIds],
  )
  return new Map(rows.map((row) => [row.card_id, toState(row)]))
}
