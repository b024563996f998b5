import type pg from 'pg'
import type { UserId } from '@/lib/server/session'

/** Every learner has this many cards… */
export const CARDS_EACH = 50
/** …with this many reviews each. */
export const LOG_ROWS_EACH = 5

export function learnerId(index: number): UserId {
  return `00000000-0000-7000-8000-${index.toString(16).padStart(12, '0')}` as UserId
}

/** Fills the tables by statements of their own; the states are plausible, not folds. */
export async function seedReviews(pool: pg.Pool, learners: number, cards: readonly string[]) {
  if (cards.length < CARDS_EACH)
    throw new Error(`The course has ${cards.length} cards; this wants ${CARDS_EACH}.`)
  const user = `('00000000-0000-7000-8000-' || lpad(to_hex(u), 12, '0'))::uuid`
  await pool.query(
    `INSERT INTO users (id, email, zone, created_at)
     SELECT ${user}, u || '@example.test', 'Europe/Berlin', '2025-01-01' FROM generate_series(0, $1::int - 1) u`,
    [learners],
  )
  await pool.query(
    `INSERT INTO card_states (user_id, card_id, due_day, stability, difficulty, reps, lapses, last_grade,
       last_reviewed_at, last_event_id, last_day, first_day, added_at, last_event_at)
     SELECT ${user}, card, date '2026-05-20' + ((u * 31 + c * 7) % 60)::int, 20 + c, 5, ${LOG_ROWS_EACH}, 0, 3,
       '2026-05-01', gen_random_uuid(), '2026-05-01', '2026-01-21', '2026-01-21', '2026-05-01'
     FROM generate_series(0, $1::int - 1) u, unnest($2::text[]) WITH ORDINALITY AS cards(card, c)`,
    [learners, cards],
  )
  await pool.query(
    `INSERT INTO review_events (user_id, id, card_id, kind, grade, reviewed_at, zone, day_starts_at, local_day,
       duration_ms, source)
     SELECT ${user}, gen_random_uuid(), card, 1, 3, timestamptz '2026-01-01' + n * interval '20 days',
       'Europe/Berlin', 4, date '2026-01-01' + n * 20, 4000, 2
     FROM generate_series(0, $1::int - 1) u, unnest($2::text[]) AS card, generate_series(1, ${LOG_ROWS_EACH}) n`,
    [learners, cards],
  )
  await pool.query('ANALYZE')
  await pool.query('CHECKPOINT')
}
