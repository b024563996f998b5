import 'server-only'
import type { LocalDay } from '@/lib/review/day'
import type { Flag } from '@/lib/review/flag'
import type { Folded } from '@/lib/review/fold'
import type { CardState } from '@/lib/review/schedule'
import { type StateColumns, stateColumns, toFolded, toState } from './card-states'
import { activeCardList } from './content'
import { pool } from './database'
import type { UserId } from './session'

/** A graded card of a learner's. */
export interface DeckCard {
  cardId: string
  state: CardState
  flag: Flag
}

/** The learner's cards that are asked: $1 is the learner, $2 the course's active cards, as a list. */
const ASKED = `user_id = $1 AND (card_id = ANY($2::text[]) OR card_id IN (
  SELECT id FROM own_cards WHERE user_id = $1 AND deleted_at IS NULL))`
/** The day from which a card is asked. */
const ASKED_FROM = 'greatest(due_day, buried_until)'

/**
 * The learner's cards that are to be asked on or before `until`, those least likely to be remembered on
 * `today` first (under one set of weights, recall falls with days over stability); at most `limit`.
 */
export async function listDueCards(
  user: UserId,
  { today, until }: { today: LocalDay; until: LocalDay },
  limit: number,
): Promise<DeckCard[]> {
  const { rows } = await pool.query<StateColumns>(
    `SELECT ${stateColumns} FROM card_states
     WHERE ${ASKED} AND due_day <= $4 AND NOT suspended AND coalesce(buried_until <= $4, true)
     ORDER BY ($3::date - last_day) / stability DESC, due_day, last_reviewed_at, card_id LIMIT $5`,
    [user, activeCardList(), today, until, limit],
  )
  return rows.flatMap(toDeckCard)
}

/** The learner's new cards, in the order in which they came into the deck; at most `limit`. */
export async function listNewCards(
  user: UserId,
  today: LocalDay,
  limit: number,
): Promise<{ cardId: string; flag: Flag }[]> {
  if (limit === 0) return []
  const { rows } = await pool.query<{ cardId: string; flag: Flag }>(
    `SELECT card_id AS "cardId", flag FROM card_states
     WHERE ${ASKED} AND stability IS NULL AND NOT suspended AND coalesce(buried_until <= $3, true)
     ORDER BY added_at, card_id LIMIT $4`,
    [user, activeCardList(), today, limit],
  )
  return rows
}

/** How a learner's deck stands on one of their days. */
export interface DeckCounts {
  /** Reviews to be asked on or before the day, those missed on the day itself left out. */
  due: number
  /** Missed on the day itself, and to be asked until they are known. */
  missed: number
  /** New cards that could be asked. */
  fresh: number
  /** Cards met for the first time on the day, and others reviewed on it. */
  newToday: number
  reviewedToday: number
  /** The first later day on which a card is to be asked; null where none will. */
  nextDueDay: LocalDay | null
  /** The day of the last review; null before the first. */
  lastDay: LocalDay | null
  cards: number
}

/** How the learner's deck stands on a day of theirs: one pass over its states. */
export async function countDeck(user: UserId, today: LocalDay): Promise<DeckCounts> {
  const { rows } = await pool.query<DeckCounts>(
    `WITH asked AS (
       SELECT ${ASKED_FROM} AS asked_from, due_day, last_day, first_day, suspended, buried_until
       FROM card_states WHERE ${ASKED}
     )
     SELECT count(*) FILTER (WHERE NOT suspended AND due_day IS NOT NULL AND asked_from <= $3
         AND last_day < $3)::int AS due,
       count(*) FILTER (WHERE NOT suspended AND due_day IS NOT NULL AND asked_from <= $3
         AND last_day >= $3)::int AS missed,
       count(*) FILTER (WHERE NOT suspended AND due_day IS NULL
         AND coalesce(buried_until <= $3, true))::int AS fresh,
       count(*) FILTER (WHERE first_day = $3)::int AS "newToday",
       count(*) FILTER (WHERE last_day = $3 AND first_day < $3)::int AS "reviewedToday",
       (min(asked_from) FILTER (WHERE NOT suspended AND due_day IS NOT NULL AND asked_from > $3))::text
         AS "nextDueDay",
       max(last_day)::text AS "lastDay",
       count(*)::int AS cards
     FROM asked`,
    [user, activeCardList(), today],
  )
  return rows[0]!
}

/** How many cards are to be asked on each day after `today`, for the days that have any. */
export async function readLoad(user: UserId, today: LocalDay): Promise<Record<LocalDay, number>> {
  const { rows } = await pool.query<{ day: LocalDay; cards: number }>(
    `SELECT (${ASKED_FROM})::text AS day, count(*)::int AS cards FROM card_states
     WHERE ${ASKED} AND due_day IS NOT NULL AND ${ASKED_FROM} > $3 AND NOT suspended GROUP BY 1`,
    [user, activeCardList(), today],
  )
  return Object.fromEntries(rows.map(({ day, cards }) => [day, cards]))
}

/** What is known of the memory of those of the named cards that the learner has graded. */
export async function findStates(user: UserId, cardIds: readonly string[]): Promise<Map<string, CardState>> {
  const { rows } = await pool.query<StateColumns>(
    `SELECT ${stateColumns} FROM card_states WHERE user_id = $1 AND card_id = ANY($2) AND stability IS NOT NULL`,
    [user, cardIds],
  )
  return new Map(
    rows.flatMap((row) => {
      const state = toState(row)
      return state ? [[row.card_id, state]] : []
    }),
  )
}

/** All that the log says of those of the named cards that are in the learner's deck. */
export async function findFolds(user: UserId, cardIds: readonly string[]): Promise<Map<string, Folded>> {
  const { rows } = await pool.query<StateColumns>(
    `SELECT ${stateColumns} FROM card_states WHERE user_id = $1 AND card_id = ANY($2)`,
    [user, cardIds],
  )
  return new Map(rows.map((row) => [row.card_id, toFolded(row)]))
}

/** Every graded card of the learner's that is asked and not suspended, by card id. */
export async function listDeck(user: UserId): Promise<DeckCard[]> {
  const { rows } = await pool.query<StateColumns>(
    `SELECT ${stateColumns} FROM card_states WHERE ${ASKED} AND stability IS NOT NULL AND NOT suspended
     ORDER BY card_id`,
    [user, activeCardList()],
  )
  return rows.flatMap(toDeckCard)
}

function toDeckCard(row: StateColumns): DeckCard[] {
  const { state, flag } = toFolded(row)
  return state ? [{ cardId: row.card_id, state, flag }] : []
}
