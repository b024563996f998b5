import 'server-only'
import type { FitOutcome } from '../review/fit'
import type { Weights } from '../review/memory'
import type { Queryable } from './database'
import type { UserId } from './session'

/** A fit as its learner sees it. */
export interface WeightFit {
  id: string
  /** False: the learner pressed for it. True: their reviews had doubled since the last. */
  byItself: boolean
  /** Grades in the learner's states when it was asked for. */
  grades: number
  /** 0..1, while it is worked at. */
  progress: number
  finishedAt: Date | null
  /** Null until it is finished. */
  result: FitOutcome | { outcome: 'failed' } | null
  /** The weights that it was compared with; null for those that everyone begins with. */
  comparedWith: Weights | null
}

interface FitRow {
  id: string
  by_itself: boolean
  grades: number
  progress: number
  finished_at: Date | null
  outcome: FitOutcome['outcome'] | 'failed' | null
  reviews: number | null
  held_out: number | null
  loss_before: number | null
  loss_after: number | null
  compared_with: number[] | null
  weights: number[] | null
}

const columns = `id, by_itself, grades, progress, finished_at, outcome, reviews, held_out, loss_before, loss_after,
  compared_with, weights`

/** The learner's latest fit, finished or not; null where there was none. */
export async function findLatestFit(tx: Queryable, user: UserId): Promise<WeightFit | null> {
  const { rows } = await tx.query<FitRow>(
    `SELECT ${columns} FROM weight_fits WHERE user_id = $1 ORDER BY requested_at DESC, id DESC LIMIT 1`,
    [user],
  )
  return rows[0] ? toFit(rows[0]) : null
}

/** The latest fit that came to these weights; null where none did. */
export async function findFitOf(tx: Queryable, user: UserId, weights: Weights): Promise<WeightFit | null> {
  const { rows } = await tx.query<FitRow>(
    `SELECT ${columns} FROM weight_fits WHERE user_id = $1 AND weights = $2::jsonb
     ORDER BY requested_at DESC, id DESC LIMIT 1`,
    [user, JSON.stringify(weights)],
  )
  return rows[0] ? toFit(rows[0]) : null
}

function toFit(row: FitRow): WeightFit {
  return {
    id: row.id,
    byItself: row.by_itself,
    grades: row.grades,
    progress: row.progress,
    finishedAt: row.finished_at,
    result: toResult(row),
    comparedWith: row.compared_with,
  }
}

function toResult(row: FitRow): WeightFit['result'] {
  const { outcome } = row
  if (outcome === null || outcome === 'failed') return outcome && { outcome }
  const reviews = row.reviews!
  if (outcome === 'too_few') return { outcome, reviews }
  return {
    outcome,
    reviews,
    weights: row.weights!,
    heldOut: row.held_out!,
    lossBefore: row.loss_before!,
    lossAfter: row.loss_after!,
  }
}
