/** The same review write and due queue, as one would write them by hand with `pg` alone: the baseline. */
import type pg from 'pg'
import { localDay } from '@/lib/review/day'
import type { GradeEvent } from '@/lib/review/event'
import { defaultPlan } from '@/lib/review/plan'
import { grade } from '@/lib/review/schedule'
import { type StateColumns, toState } from '@/lib/server/card-states'

const COLUMNS = `card_id, due_day::text, stability, difficulty, reps, lapses, last_grade, last_reviewed_at,
  last_event_id::text, last_day::text`

export async function plainReviewWrite(pool: pg.Pool, user: string, event: GradeEvent) {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query(
      'SELECT created_at, pg_advisory_xact_lock(hashtextextended(id::text, 0)) FROM users WHERE id = $1 FOR KEY SHARE',
      [user],
    )
    const day = localDay(event.at, event.zone, event.dayStartsAt)
    const inserted = await client.query(
      `INSERT INTO review_events (user_id, id, card_id, kind, grade, reviewed_at, zone, day_starts_at, local_day,
        duration_ms, source) VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, 2)
       ON CONFLICT (user_id, id) DO NOTHING RETURNING id, EXISTS (
         SELECT FROM review_events undo WHERE undo.user_id = $1 AND undo.kind = 2 AND undo.undoes = $2) AS undone`,
      [
        user,
        event.id,
        event.cardId,
        event.grade,
        new Date(event.at),
        event.zone,
        event.dayStartsAt,
        day,
        event.durationMs,
      ],
    )
    if (inserted.rowCount === 1) {
      const { rows } = await client.query<StateColumns>(
        `SELECT ${COLUMNS} FROM card_states WHERE user_id = $1 AND card_id = $2`,
        [user, event.cardId],
      )
      const state = grade(
        rows[0] ? toState(rows[0]) : null,
        { grade: event.grade, at: event.at, day },
        {
          cardId: event.cardId,
          plan: defaultPlan,
        },
      )
      await client.query(
        `INSERT INTO card_states (user_id, card_id, last_event_id, due_day, stability, difficulty, reps, lapses,
          last_grade, last_reviewed_at, last_day) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (user_id, card_id) DO UPDATE SET last_event_id = excluded.last_event_id,
          due_day = excluded.due_day, stability = excluded.stability, difficulty = excluded.difficulty,
          reps = excluded.reps, lapses = excluded.lapses, last_grade = excluded.last_grade,
          last_reviewed_at = excluded.last_reviewed_at, last_day = excluded.last_day`,
        [
          user,
          event.cardId,
          event.id,
          state.dueDay,
          state.stability,
          state.difficulty,
          state.reps,
          state.lapses,
          state.lastGrade,
          new Date(state.lastReviewedAt),
          state.lastDay,
        ],
      )
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

export async function plainDueQueue(pool: pg.Pool, user: string, today: string, limit: number) {
  const { rows } = await pool.query<StateColumns>(
    `SELECT ${COLUMNS} FROM card_states WHERE user_id = $1 AND due_day <= $2
     ORDER BY due_day, last_reviewed_at, card_id LIMIT $3`,
    [user, today, limit],
  )
  return rows.map((row) => ({ cardId: row.card_id, state: toState(row) }))
}
