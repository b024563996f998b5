import 'server-only'
import type { Grade } from '@/lib/review/grade'
import { pool } from './database'
import type { UserId } from './session'

/** A problem of a generated card that was answered: its seed shows it again. */
export interface Variant {
  seed: number
  grade: Grade
  /** ms since the epoch */
  at: number
}

/** The problems of one card that the learner answered, the latest first, without those that were undone; at most `limit`. */
export async function listVariants(user: UserId, cardId: string, limit: number): Promise<Variant[]> {
  const { rows } = await pool.query<{ seed: string; grade: number; reviewed_at: Date }>(
    `SELECT variant_seed AS seed, grade, reviewed_at FROM review_events log
     WHERE user_id = $1 AND card_id = $2 AND kind = 1 AND variant_seed IS NOT NULL AND NOT EXISTS (
       SELECT FROM review_events undo WHERE undo.user_id = $1 AND undo.kind = 2 AND undo.undoes = log.id
     )
     ORDER BY reviewed_at DESC, id DESC LIMIT $3`,
    [user, cardId, limit],
  )
  // An int8 comes as text; a seed is below 2^53 by its schema.
  return rows.map(({ seed, grade, reviewed_at }) => ({
    seed: Number(seed),
    grade: grade as Grade,
    at: reviewed_at.getTime(),
  }))
}
