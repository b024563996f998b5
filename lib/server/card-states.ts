import 'server-only'
import type { LocalDay } from '@/lib/review/day'
import type { Flag } from '@/lib/review/flag'
import type { Folded } from '@/lib/review/fold'
import type { Grade } from '@/lib/review/grade'
import type { CardState } from '@/lib/review/schedule'
import type { Transaction } from './database'
import type { UserId } from './session'

/** A row of card_states as our queries read it: dates as text, so that no time zone touches them. */
export interface StateColumns {
  card_id: string
  due_day: string | null
  stability: number | null
  difficulty: number | null
  reps: number
  lapses: number
  last_grade: number | null
  last_reviewed_at: Date | null
  last_day: string | null
  first_day: string | null
  shift: number | null
  suspended: boolean
  buried_until: string | null
  flag: number
  added_at: Date
  last_event_id: string
  last_event_at: Date
}

/** What StateColumns holds, for a SELECT from card_states. */
export const stateColumns = `card_id, due_day::text, stability, difficulty, reps, lapses, last_grade,
  last_reviewed_at, last_day::text, first_day::text, shift, suspended, buried_until::text, flag, added_at,
  last_event_id, last_event_at`

/**
 * The one mapping from a row to a state; null for a new card. `satisfies Record<keyof …>` here and below
 * makes a forgotten field an error in both directions.
 */
export function toState(row: StateColumns): CardState | null {
  if (row.stability === null) return null
  return {
    dueDay: row.due_day as LocalDay,
    stability: row.stability,
    difficulty: row.difficulty!,
    reps: row.reps,
    lapses: row.lapses,
    lastGrade: row.last_grade as Grade,
    lastReviewedAt: row.last_reviewed_at!.getTime(),
    lastDay: row.last_day as LocalDay,
    firstDay: row.first_day as LocalDay,
    shift: row.shift,
  } satisfies Record<keyof CardState, unknown>
}

/** The one mapping from a row to all that the log says of a card. */
export function toFolded(row: StateColumns): Folded {
  return {
    state: toState(row),
    suspended: row.suspended,
    buriedUntil: row.buried_until as LocalDay | null,
    flag: row.flag as Flag,
    addedAt: row.added_at.getTime(),
    lastEventId: row.last_event_id,
    lastEventAt: row.last_event_at.getTime(),
  } satisfies Record<keyof Folded, unknown>
}

function toColumns(rows: readonly Folded[]) {
  const memory = <K extends keyof CardState>(key: K) => rows.map(({ state }) => state?.[key] ?? null)
  const column = <K extends keyof Folded>(key: K) => rows.map((row) => row[key])
  const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString())
  const { state: _, ...marks } = {
    state: null,
    suspended: column('suspended'),
    buriedUntil: column('buriedUntil'),
    flag: column('flag'),
    addedAt: column('addedAt').map(instant),
    lastEventId: column('lastEventId'),
    lastEventAt: column('lastEventAt').map(instant),
  } satisfies Record<keyof Folded, unknown>
  return {
    ...marks,
    dueDay: memory('dueDay'),
    stability: memory('stability'),
    difficulty: memory('difficulty'),
    reps: memory('reps').map((reps) => reps ?? 0),
    lapses: memory('lapses').map((lapses) => lapses ?? 0),
    lastGrade: memory('lastGrade'),
    lastReviewedAt: memory('lastReviewedAt').map(instant),
    lastDay: memory('lastDay'),
    firstDay: memory('firstDay'),
    shift: memory('shift'),
  } satisfies Record<Exclude<keyof Folded, 'state'> | keyof CardState, unknown[]>
}

/** What is stored of these cards, by card id. */
export async function readFolds(
  tx: Transaction,
  user: UserId,
  cards: readonly string[],
): Promise<Map<string, Folded>> {
  if (cards.length === 0) return new Map()
  const { rows } = await tx.query<StateColumns>(
    `SELECT ${stateColumns} FROM card_states WHERE user_id = $1 AND card_id = ANY($2)`,
    [user, cards],
  )
  return new Map(rows.map((row) => [row.card_id, toFolded(row)]))
}

/** Writes what the log says of each card: over what stood there, or away where it says nothing. */
export async function writeFolds(tx: Transaction, user: UserId, folds: ReadonlyMap<string, Folded | null>) {
  const kept = [...folds].flatMap(([cardId, folded]) => (folded ? [{ cardId, folded }] : []))
  if (kept.length > 0) await upsert(tx, user, kept)
  const gone = [...folds].flatMap(([cardId, folded]) => (folded ? [] : [cardId]))
  if (gone.length > 0)
    await tx.query('DELETE FROM card_states WHERE user_id = $1 AND card_id = ANY($2)', [user, gone])
}

async function upsert(tx: Transaction, user: UserId, kept: readonly { cardId: string; folded: Folded }[]) {
  const columns = toColumns(kept.map(({ folded }) => folded))
  await tx.query(
    `INSERT INTO card_states (user_id, card_id, due_day, stability, difficulty, reps, lapses, last_grade,
       last_reviewed_at, last_day, first_day, shift, suspended, buried_until, flag, added_at, last_event_id,
       last_event_at)
     SELECT $1, state.* FROM unnest($2::text[], $3::date[], $4::float8[], $5::float8[], $6::int[], $7::int[],
       $8::int2[], $9::timestamptz[], $10::date[], $11::date[], $12::int2[], $13::bool[], $14::date[],
       $15::int2[], $16::timestamptz[], $17::uuid[], $18::timestamptz[]) AS state
     ON CONFLICT (user_id, card_id) DO UPDATE SET
       due_day = excluded.due_day, stability = excluded.stability, difficulty = excluded.difficulty,
       reps = excluded.reps, lapses = excluded.lapses, last_grade = excluded.last_grade,
       last_reviewed_at = excluded.last_reviewed_at, last_day = excluded.last_day,
       first_day = excluded.first_day, shift = excluded.shift, suspended = excluded.suspended,
       buried_until = excluded.buried_until, flag = excluded.flag, added_at = excluded.added_at,
       last_event_id = excluded.last_event_id, last_event_at = excluded.last_event_at`,
    [
      user,
      kept.map(({ cardId }) => cardId),
      columns.dueDay,
      columns.stability,
      columns.difficulty,
      columns.reps,
      columns.lapses,
      columns.lastGrade,
      columns.lastReviewedAt,
      columns.lastDay,
      columns.firstDay,
      columns.shift,
      columns.suspended,
      columns.buriedUntil,
      columns.flag,
      columns.addedAt,
      columns.lastEventId,
      columns.lastEventAt,
    ],
  )
}
