import 'server-only'
import { type LocalDay, localDay } from '@/lib/review/day'
import type { ReviewEvent } from '@/lib/review/event'
import type { LoggedEvent } from '@/lib/review/fold'
import type { Grade } from '@/lib/review/grade'
import type { Transaction } from './database'
import type { UserId } from './session'

const KIND = { grade: 1, undo: 2 } as const
const SOURCE = { lesson: 1, review: 2 } as const
/** A longer time than this is a break, not thinking: the same cap as Anki's. */
const DURATION_CAP_MS = 60_000

/**
 * Serialises the writers of one learner's log until the transaction ends, and says when the account
 * was made (ms). One lock a learner: two of their devices cannot deadlock. Null: no such account.
 */
export async function lockLog(tx: Transaction, user: UserId): Promise<{ createdAt: number } | null> {
  const { rows } = await tx.query<{ created_at: Date }>(
    `SELECT created_at, pg_advisory_xact_lock(hashtextextended(id::text, 0))
     FROM users WHERE id = $1 FOR KEY SHARE`,
    [user],
  )
  const row = rows[0]
  return row ? { createdAt: row.created_at.getTime() } : null
}

/** What became of an event that the log did not hold yet. */
export interface Appended {
  id: string
  /** An undo of this event was in the log before it. */
  undone: boolean
}

/** Appends the events that the log does not hold yet, and returns those. */
export async function appendEvents(
  tx: Transaction,
  user: UserId,
  events: readonly ReviewEvent[],
  receivedAt: Date,
): Promise<Appended[]> {
  if (events.length === 0) return []
  const grades = events.map((event) => (event.kind === 'grade' ? event : null))
  const { rows } = await tx.query<Appended>(
    `INSERT INTO review_events AS log (user_id, received_at, id, card_id, kind, grade, undoes, reviewed_at, zone,
       day_starts_at, local_day, duration_ms, source, variant_seed)
     SELECT $1, $2, event.* FROM unnest($3::uuid[], $4::text[], $5::int2[], $6::int2[], $7::uuid[],
       $8::timestamptz[], $9::text[], $10::int2[], $11::date[], $12::int[], $13::int2[], $14::int8[]) AS event
     ON CONFLICT (user_id, id) DO NOTHING
     RETURNING id, EXISTS (
       SELECT FROM review_events undo WHERE undo.user_id = $1 AND undo.kind = 2 AND undo.undoes = log.id
     ) AS undone`,
    [
      user,
      receivedAt,
      events.map((event) => event.id),
      events.map((event) => event.cardId),
      events.map((event) => KIND[event.kind]),
      grades.map((event) => event?.grade ?? null),
      events.map((event) => (event.kind === 'undo' ? event.undoes : null)),
      events.map((event) => new Date(event.at).toISOString()),
      events.map((event) => event.zone),
      events.map((event) => event.dayStartsAt),
      events.map((event) => localDay(event.at, event.zone, event.dayStartsAt)),
      grades.map((event) => Math.min(event?.durationMs ?? 0, DURATION_CAP_MS)),
      events.map((event) => SOURCE[event.source]),
      grades.map((event) => event?.seed ?? null),
    ],
  )
  return rows
}

/** The whole logs of some cards, by card. */
export async function readLogs(
  tx: Transaction,
  user: UserId,
  cards: string[],
): Promise<Map<string, LoggedEvent[]>> {
  const { rows } = await tx.query<LogRow>(
    `SELECT card_id, id, kind, grade, undoes, reviewed_at, local_day::text AS day
     FROM review_events WHERE user_id = $1 AND card_id = ANY($2)`,
    [user, cards],
  )
  const logs = new Map<string, LoggedEvent[]>()
  for (const row of rows) {
    const log = logs.get(row.card_id) ?? []
    log.push(toEvent(row))
    logs.set(row.card_id, log)
  }
  return logs
}

interface LogRow {
  card_id: string
  id: string
  kind: number
  grade: number | null
  undoes: string | null
  reviewed_at: Date
  day: string
}

function toEvent(row: LogRow): LoggedEvent {
  if (row.kind === KIND.undo) return { kind: 'undo', id: row.id, undoes: row.undoes! }
  const at = row.reviewed_at.getTime()
  return { kind: 'grade', id: row.id, at, day: row.day as LocalDay, grade: row.grade as Grade }
}
