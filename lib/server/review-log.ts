import 'server-only'
import { type LocalDay, localDay } from '@/lib/review/day'
import { DURATION_CAP_MS } from '@/lib/review/duration-cap'
import type { EventSource, ReviewEvent } from '@/lib/review/event'
import type { Flag } from '@/lib/review/flag'
import type { Grade } from '@/lib/review/grade'
import type { Plan } from '@/lib/review/plan'
import type { TimedEvent } from '@/lib/review/timed-event'
import type { Queryable, Transaction } from './database'
import { toPlan } from './plans'
import type { UserId } from './session'

/** How the log numbers what an event says, and where it happened. */
export const KIND = {
  grade: 1,
  undo: 2,
  suspend: 3,
  unsuspend: 4,
  bury: 5,
  unbury: 6,
  flag: 7,
  reset: 8,
  add: 9,
  cram: 10,
} as const satisfies Record<ReviewEvent['kind'], number>
export const SOURCE = { lesson: 1, review: 2, deck: 3, restart: 4, import: 5 } as const satisfies Record<
  EventSource,
  number
>
const kinds = new Map<number, ReviewEvent['kind']>(
  Object.entries(KIND).map(([kind, number]) => [number, kind as ReviewEvent['kind']]),
)

/** Whose log is locked: when the account was made (ms), the plan that places due days, and what tallies follow it. */
export interface LockedLog {
  createdAt: number
  plan: Plan
  talliedBy: string | null
}

/**
 * Serialises the writers of one learner's log until the transaction ends. One lock a learner: two of their
 * devices cannot deadlock. Null: no such account.
 */
export async function lockLog(tx: Transaction, user: UserId): Promise<LockedLog | null> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1::uuid::text, 0))', [user])
  // A statement of its own: the one that waits for the lock sees the row as it was before the wait.
  const { rows } = await tx.query<{ created_at: Date; plan: unknown; tallied_by: string | null }>(
    'SELECT created_at, plan, tallied_by FROM users WHERE id = $1 FOR KEY SHARE',
    [user],
  )
  const row = rows[0]
  if (!row) return null
  return { createdAt: row.created_at.getTime(), plan: toPlan(row.plan), talliedBy: row.tallied_by }
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
  const column = <T>(pick: (event: ReviewEvent) => T) => events.map(pick)
  const answers = events.map((event) => (event.kind === 'grade' || event.kind === 'cram' ? event : null))
  const { rows } = await tx.query<Appended>(
    `INSERT INTO review_events AS log (user_id, received_at, id, card_id, kind, grade, shift, undoes, until_day,
       flag, reviewed_at, zone, day_starts_at, local_day, duration_ms, source, variant_seed)
     SELECT $1, $2, event.* FROM unnest($3::uuid[], $4::text[], $5::int2[], $6::int2[], $7::int2[], $8::uuid[],
       $9::date[], $10::int2[], $11::timestamptz[], $12::text[], $13::int2[], $14::date[], $15::int[],
       $16::int2[], $17::int8[]) AS event
     ON CONFLICT (user_id, id) DO NOTHING
     RETURNING id, EXISTS (
       SELECT FROM review_events undo WHERE undo.user_id = $1 AND undo.kind = 2 AND undo.undoes = log.id
     ) AS undone`,
    [
      user,
      receivedAt,
      column((event) => event.id),
      column((event) => event.cardId),
      column((event) => KIND[event.kind]),
      answers.map((event) => event?.grade ?? null),
      column((event) => (event.kind === 'grade' ? (event.shift ?? null) : null)),
      column((event) => (event.kind === 'undo' ? event.undoes : null)),
      column((event) => (event.kind === 'bury' ? event.until : null)),
      column((event) => (event.kind === 'flag' ? event.flag : null)),
      column((event) => new Date(event.at).toISOString()),
      column((event) => event.zone),
      column((event) => event.dayStartsAt),
      column((event) => localDay(event.at, event.zone, event.dayStartsAt)),
      answers.map((event) => Math.min(event?.durationMs ?? 0, DURATION_CAP_MS)),
      column((event) => SOURCE[event.source]),
      column((event) => (event.kind === 'grade' ? (event.seed ?? null) : null)),
    ],
  )
  return rows
}

/** The whole logs of some cards, by card. */
export async function readLogs(
  tx: Queryable,
  user: UserId,
  cards: readonly string[],
): Promise<Map<string, TimedEvent[]>> {
  const { rows } = await tx.query<LogRow>(
    `SELECT card_id, ${logColumns} FROM review_events WHERE user_id = $1 AND card_id = ANY($2)`,
    [user, cards],
  )
  const logs = new Map<string, TimedEvent[]>()
  for (const row of rows) {
    const log = logs.get(row.card_id) ?? []
    log.push(toEvent(row))
    logs.set(row.card_id, log)
  }
  return logs
}

/** A row of the log as our queries read it. */
export interface LogRow {
  card_id: string
  id: string
  kind: number
  grade: number | null
  shift: number | null
  undoes: string | null
  until_day: string | null
  flag: number | null
  reviewed_at: Date
  day: string
  duration_ms: number
}

/** What LogRow holds but the card's id, for a SELECT from review_events. */
export const logColumns =
  'id, kind, grade, shift, undoes, until_day::text, flag, reviewed_at, local_day::text AS day, duration_ms'

/** The one mapping from a row of the log to the event that it holds. */
export function toEvent(row: LogRow): TimedEvent {
  const { id } = row
  const at = row.reviewed_at.getTime()
  const kind = kinds.get(row.kind)
  switch (kind) {
    case undefined:
      throw new Error(`The log holds an event of kind ${row.kind}, which this version does not know.`)
    case 'undo':
      return { kind, id, undoes: row.undoes! }
    case 'grade':
      return {
        ...{ kind, id, at, day: row.day as LocalDay, grade: row.grade as Grade, shift: row.shift },
        durationMs: row.duration_ms,
      }
    case 'cram':
      return { kind, id, at, day: row.day as LocalDay, durationMs: row.duration_ms }
    case 'bury':
      return { kind, id, at, until: row.until_day as LocalDay }
    case 'flag':
      return { kind, id, at, flag: row.flag as Flag }
    default:
      return { kind, id, at }
  }
}
