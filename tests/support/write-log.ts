import type { LoggedEvent } from '@/lib/review/fold'
import type { UserId } from '@/lib/server/session'

/** Writes the grades of a log into the database, and the states that follow from it. */
export async function writeLog(
  user: UserId,
  logs: ReadonlyMap<string, readonly (LoggedEvent & { kind: 'grade' })[]>,
): Promise<void> {
  const { pool } = await import('../../lib/server/database')
  const { compareStates } = await import('../../lib/server/rebuild')
  const rows = [...logs].flatMap(([cardId, log]) => log.map((event) => ({ cardId, ...event })))
  await pool.query(
    `INSERT INTO review_events (user_id, id, card_id, kind, grade, reviewed_at, zone, day_starts_at, local_day,
       duration_ms, source)
     SELECT $1, event.id, event.card_id, 1, event.grade, event.at, 'UTC', 4, event.day, 4000, 2
     FROM unnest($2::uuid[], $3::text[], $4::int2[], $5::timestamptz[], $6::date[])
       AS event(id, card_id, grade, at, day)`,
    [
      user,
      rows.map(({ id }) => id),
      rows.map(({ cardId }) => cardId),
      rows.map(({ grade }) => grade),
      rows.map(({ at }) => new Date(at).toISOString()),
      rows.map(({ day }) => day),
    ],
  )
  await compareStates({ repair: true })
}
