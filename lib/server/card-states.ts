import 'server-only'
import type { LocalDay } from '@/lib/review/day'
import type { Folded } from '@/lib/review/fold'
import type { Grade } from '@/lib/review/grade'
import type { CardState } from '@/lib/review/schedule'
import type { Transaction } from './database'
import type { UserId } from './session'

/** A state with the event that it ends in. */
export type CardStateRow = Folded

/** A row of card_states as our queries read it: dates as text, so that no time zone touches them. */
export interface StateColumns {
  card_id: string
  due_day: string
  stability: number
  difficulty: number
  reps: number
  lapses: number
  last_grade: number
  last_reviewed_at: Date
  last_event_id: string
  last_day: string
}

/** What StateColumns holds, for a SELECT from card_states. */
export const stateColumns = `card_id, due_day::text, stability, difficulty, reps, lapses, last_grade,
  last_reviewed_at, last_event_id, last_day::text`

/**
 * The one mapping between a row and a state. `satisfies Record<keyof CardState, …>` makes a forgotten
 * field an error in both directions.
 */
export function toState(row: StateColumns): CardState {
  return {
    dueDay: row.due_day as LocalDay,
    stability: row.stability,
    difficulty: row.difficulty,
    reps: row.reps,
    lapses: row.lapses,
    lastGrade: row.last_grade as Grade,
    lastReviewedAt: row.last_reviewed_at.getTime(),
    lastDay: row.last_day as LocalDay,
  } satisfies Record<keyof CardState, unknown>
}

function toColumns(states: readonly ({ cardId: string } & Folded)[]) {
  const column = <K extends keyof CardState>(key: K) => states.map(({ state }) => state[key])
  return {
    dueDay: column('dueDay') as string[],
    stability: column('stability'),
    difficulty: column('difficulty'),
    reps: column('reps'),
    lapses: column('lapses'),
    lastGrade: column('lastGrade') as number[],
    lastReviewedAt: column('lastReviewedAt').map((at) => new Date(at).toISOString()),
    lastDay: column('lastDay') as string[],
  } satisfies Record<keyof CardState, unknown[]>
}

/** The stored states of these cards, by card id, and the last event that each has folded. */
export async function readStateRows(
  tx: Transaction,
  user: UserId,
  cards: string[],
): Promise<Map<string, CardStateRow>> {
  if (cards.length === 0) return new Map()
  const { rows } = await tx.query<StateColumns>(
    `SELECT ${stateColumns} FROM card_states WHERE user_id = $1 AND card_id = ANY($2)`,
    [user, cards],
  )
  return new Map(rows.map((row) => [row.card_id, { state: toState(row), lastEventId: row.last_event_id }]))
}

/** Writes each state, over the one before it where there is one. */
export async function writeStates(
  tx: Transaction,
  user: UserId,
  states: readonly ({ cardId: string } & Folded)[],
) {
  if (states.length === 0) return
  const columns = toColumns(states)
  await tx.query(
    `INSERT INTO card_states (user_id, card_id, last_event_id, due_day, stability, difficulty, reps, lapses,
       last_grade, last_reviewed_at, last_day)
     SELECT $1, state.* FROM unnest($2::text[], $3::uuid[], $4::date[], $5::float8[], $6::float8[], $7::int[],
       $8::int[], $9::int2[], $10::timestamptz[], $11::date[]) AS state
     ON CONFLICT (user_id, card_id) DO UPDATE SET
       last_event_id = excluded.last_event_id, due_day = excluded.due_day, stability = excluded.stability,
       difficulty = excluded.difficulty, reps = excluded.reps, lapses = excluded.lapses,
       last_grade = excluded.last_grade, last_reviewed_at = excluded.last_reviewed_at,
       last_day = excluded.last_day`,
    [
      user,
      states.map((state) => state.cardId),
      states.map((state) => state.lastEventId),
      columns.dueDay,
      columns.stability,
      columns.difficulty,
      columns.reps,
      columns.lapses,
      columns.lastGrade,
      columns.lastReviewedAt,
      columns.lastDay,
    ],
  )
}

/** Forgets the states of cards whose every grade was undone. */
export async function deleteStates(tx: Transaction, user: UserId, cards: string[]) {
  if (cards.length === 0) return
  await tx.query('DELETE FROM card_states WHERE user_id = $1 AND card_id = ANY($2)', [user, cards])
}
