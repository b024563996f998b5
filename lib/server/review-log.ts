import 'server-only'
import { type LocalDay, localDay } from '@/lib/review/day'
import type { ReviewEvent } from '@/lib/review/event'
import type { LoggedEvent } from '@/lib/review/fold'
import type { Grade } from '@/lib/review/grade'
import type { Prisma } from './generated/client'
import type { UserId } from './session'

export type Transaction = Prisma.TransactionClient

const KIND = { grade: 1, undo: 2 } as const
const SOURCE = { lesson: 1, review: 2 } as const
/** A longer time than this is a break, not thinking: the same cap as Anki's. */
const DURATION_CAP_MS = 60_000

/**
 * Serialises the writers of one learner's log until the transaction ends, and says when the account
 * was made (ms). One lock a learner: two of their devices cannot deadlock. Null: no such account.
 */
export async function lockLog(tx: Transaction, user: UserId): Promise<{ createdAt: number } | null> {
  const [row] = await tx.$queryRaw<{ created_at: Date }[]>`
    SELECT created_at, pg_advisory_xact_lock(hashtextextended(id::text, 0))::text
    FROM users WHERE id = ${user}::uuid FOR KEY SHARE`
  return row ? { createdAt: row.created_at.getTime() } : null
}

/** Appends the events that the log does not hold yet, and returns their ids. */
export async function appendEvents(
  tx: Transaction,
  user: UserId,
  events: readonly ReviewEvent[],
  receivedAt: Date,
) {
  if (events.length === 0) return new Set<string>()
  const columns = events.map((event) => ({
    ...event,
    day: localDay(event.at, event.zone, event.dayStartsAt),
    grade: event.kind === 'grade' ? event.grade : null,
    undoes: event.kind === 'undo' ? event.undoes : null,
    durationMs: event.kind === 'grade' ? Math.min(event.durationMs, DURATION_CAP_MS) : 0,
  }))
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO review_events (user_id, received_at, id, card_id, kind, grade, undoes, reviewed_at, zone,
      day_starts_at, local_day, duration_ms, source)
    SELECT ${user}::uuid, ${receivedAt}::timestamptz, event.*
    FROM unnest(
      ${columns.map((event) => event.id)}::uuid[],
      ${columns.map((event) => event.cardId)}::text[],
      ${columns.map((event) => KIND[event.kind])}::smallint[],
      ${columns.map((event) => event.grade)}::smallint[],
      ${columns.map((event) => event.undoes)}::uuid[],
      ${columns.map((event) => new Date(event.at).toISOString())}::timestamptz[],
      ${columns.map((event) => event.zone)}::text[],
      ${columns.map((event) => event.dayStartsAt)}::smallint[],
      ${columns.map((event) => event.day as string)}::date[],
      ${columns.map((event) => event.durationMs)}::int[],
      ${columns.map((event) => SOURCE[event.source])}::smallint[]
    ) AS event
    ON CONFLICT (user_id, id) DO NOTHING
    RETURNING id::text`
  return new Set(rows.map((row) => row.id))
}

/** Which of these grades are undone by an undo already in the log. */
export async function readUndone(tx: Transaction, user: UserId, ids: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ undoes: string }[]>`
    SELECT undoes::text FROM review_events
    WHERE user_id = ${user}::uuid AND kind = 2 AND undoes = ANY(${ids}::uuid[])`
  return new Set(rows.map((row) => row.undoes))
}

/** The whole logs of some cards, by card. */
export async function readLogs(
  tx: Transaction,
  user: UserId,
  cards: string[],
): Promise<Map<string, LoggedEvent[]>> {
  const rows = await tx.$queryRaw<LogRow[]>`
    SELECT card_id, id::text, kind, grade, undoes::text, reviewed_at, local_day::text AS day
    FROM review_events WHERE user_id = ${user}::uuid AND card_id = ANY(${cards}::text[])`
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
