import 'server-only'
import { z } from 'zod'
import type { EventSource, ReviewEvent } from '../review/event'
import { type StateColumns, stateColumns, toFolded } from './card-states'
import { pool } from './database'
import { KIND, SOURCE } from './review-log'
import type { UserId } from './user-id'

const nameOf = <T extends string>(numbers: Record<T, number>) =>
  new Map(Object.entries(numbers).map(([name, number]) => [number as number, name as T]))
const kinds = nameOf<ReviewEvent['kind']>(KIND)
const sources = nameOf<EventSource>(SOURCE)

/** How a list is asked for: at most `limit` at once, and from `after` on, as the last answer's `next` said. */
export const cardsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z
    .string()
    .regex(/^[\w:.-]{0,80}$/, 'Use the `next` of an answer.')
    .default(''),
})

/** The same for the log, whose cursor is a time and an id. */
export const reviewsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z
    .string()
    .regex(/^\d{1,15}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'Use the `next` of an answer.')
    .optional(),
})

/** A page of the learner's cards with their states, by id. `next` is null on the last page. */
export async function pageCards(user: UserId, { limit, after }: z.output<typeof cardsQuery>) {
  const { rows } = await pool.query<StateColumns>(
    `SELECT ${stateColumns} FROM card_states WHERE user_id = $1 AND card_id > $2 ORDER BY card_id LIMIT $3`,
    [user, after, limit + 1],
  )
  const page = rows.slice(0, limit)
  const cards = page.map((row) => {
    const { state, suspended, buriedUntil, flag } = toFolded(row)
    const known = state && {
      ...{ dueDay: state.dueDay, stability: state.stability, difficulty: state.difficulty },
      ...{
        reps: state.reps,
        lapses: state.lapses,
        lastReviewedAt: new Date(state.lastReviewedAt).toISOString(),
      },
    }
    return { id: row.card_id, suspended, buriedUntil, flag, state: known }
  })
  return { cards, next: rows.length > limit ? page.at(-1)!.card_id : null }
}

interface Row {
  id: string
  card_id: string
  kind: number
  grade: number | null
  undoes: string | null
  reviewed_at: Date
  day: string
  duration_ms: number
  source: number
  received_at: Date
}

/** A page of the learner's log in the order in which the server took it, so that late events are not missed. */
export async function pageReviews(user: UserId, { limit, after }: z.output<typeof reviewsQuery>) {
  const [time = '0', id = '00000000-0000-0000-0000-000000000000'] = after?.split('_') ?? []
  const { rows } = await pool.query<Row>(
    `SELECT id, card_id, kind, grade, undoes, reviewed_at, local_day::text AS day, duration_ms, source, received_at
     FROM review_events WHERE user_id = $1 AND (received_at, id) > (to_timestamp($2::float8 / 1000), $3::uuid)
     ORDER BY received_at, id LIMIT $4`,
    [user, time, id, limit + 1],
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    reviews: page.map((row) => ({
      ...{ id: row.id, cardId: row.card_id, kind: kinds.get(row.kind), grade: row.grade, undoes: row.undoes },
      ...{ at: row.reviewed_at.getTime(), day: row.day, durationMs: row.duration_ms },
      source: sources.get(row.source),
    })),
    next: rows.length > limit && last ? `${last.received_at.getTime()}_${last.id}` : null,
  }
}
