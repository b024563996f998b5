import 'server-only'
import type { LocalDay } from '@/lib/review/day'
import { activeCardList } from './content'
import { pool } from './database'
import type { UserId } from './session'

/** A card of the deck as statistics need it. What is known of the memory is null for a new card. */
export interface StatedCard {
  cardId: string
  /** Of an own card, the lesson that it came from. */
  ownLesson: string | null
  dueDay: LocalDay | null
  stability: number | null
  difficulty: number | null
  lastDay: LocalDay | null
  suspended: boolean
  buriedUntil: LocalDay | null
  /** First answers to it, and the right ones of them. */
  asked: number
  recalled: number
}

/** Every card of the learner's that is asked, suspended ones included, with its first answers. */
export async function listStatedCards(user: UserId): Promise<StatedCard[]> {
  const { rows } = await pool.query<StatedCard>(
    `SELECT state.card_id AS "cardId", own.lesson AS "ownLesson", state.due_day::text AS "dueDay",
       state.stability, state.difficulty, state.last_day::text AS "lastDay", state.suspended,
       state.buried_until::text AS "buriedUntil", coalesce(recall.asked, 0) AS asked,
       coalesce(recall.recalled, 0) AS recalled
     FROM card_states state
     LEFT JOIN own_cards own ON own.user_id = $1 AND own.id = state.card_id AND own.deleted_at IS NULL
     LEFT JOIN (
       SELECT card_id, sum(asked)::int AS asked, sum(recalled)::int AS recalled
       FROM recall_tallies WHERE user_id = $1 GROUP BY card_id
     ) recall ON recall.card_id = state.card_id
     WHERE state.user_id = $1 AND (state.card_id = ANY($2::text[]) OR own.id IS NOT NULL)`,
    [user, activeCardList()],
  )
  return rows
}
