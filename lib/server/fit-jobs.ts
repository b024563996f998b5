import 'server-only'
import { randomUUID } from 'node:crypto'
import { FEWEST_REVIEWS, type FitOutcome, type FittedCard, fittedCard } from '../review/fit'
import type { Weights } from '../review/memory'
import { pool } from './database'
import { log } from './log'
import { readWholeLog } from './replay'
import { runFit } from './run-fit'
import type { UserId } from './session'
import { getSettings } from './settings'

/** Whoever works at a fit holds it for so long, and says anew that they do long before. */
export const LEASE_MS = 30_000
const HOLD_EVERY_MS = 1000
/** A fit that has come to nothing so often is given up. */
const ATTEMPTS = 3
/** About a fifth of the grades are first ones or repeats of a day, which say nothing of a memory. */
const FEWEST_GRADES = FEWEST_REVIEWS * 1.25

interface Job {
  id: string
  user: UserId
  attempts: number
}

/** Works at fits, one after the other, until none waits. Several processes may: each fit is worked at by one. */
export async function workOffFits(signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted) {
    const holder = randomUUID()
    const job = await takeUp(holder)
    if (!job) return
    await work(job, holder, signal)
  }
}

/**
 * Asks for a fit for every learner whose grades have doubled since their last one: once they have enough for a
 * first, and rarely after. What comes of it is offered, and applied by a press alone.
 */
export async function requestGrownFits(): Promise<number> {
  const { rowCount } = await pool.query(
    `INSERT INTO weight_fits (id, user_id, by_itself, grades)
     SELECT gen_random_uuid(), user_id, true, grades FROM (
       SELECT user_id, sum(reps) AS grades FROM card_states GROUP BY user_id HAVING sum(reps) >= $1
     ) deck
     WHERE grades >= 2 * coalesce((SELECT max(fit.grades) FROM weight_fits fit
       WHERE fit.user_id = deck.user_id), 0)
     ON CONFLICT DO NOTHING`,
    [FEWEST_GRADES],
  )
  return rowCount ?? 0
}

async function work(job: Job, holder: string, signal?: AbortSignal): Promise<void> {
  let progress = 0
  const holding = setInterval(() => {
    hold(job.id, holder, progress).catch((error) => log.warn('fit_not_held', { error }))
  }, HOLD_EVERY_MS)
  try {
    const [{ plan }, cards] = await Promise.all([getSettings(job.user), readCards(job.user)])
    const outcome = await runFit(
      { cards, current: plan.weights },
      {
        progress: (share) => {
          progress = share
        },
        ...(signal && { signal }),
      },
    )
    await finish(job.id, holder, outcome, plan.weights)
  } catch (error) {
    if (signal?.aborted) return release(job.id, holder)
    log.warn('fit_failed', { error, attempts: job.attempts })
    if (job.attempts >= ATTEMPTS) await finish(job.id, holder, { outcome: 'failed' }, null)
    else await release(job.id, holder)
  } finally {
    clearInterval(holding)
  }
}

/** The log as fitting sees it. */
async function readCards(user: UserId): Promise<FittedCard[]> {
  const cards: FittedCard[] = []
  for await (const logs of readWholeLog(pool, user))
    for (const events of logs.values()) {
      const card = fittedCard(events)
      if (card) cards.push(card)
    }
  return cards
}

/** Takes up the fit that has waited longest, or whose holder was heard of last longer ago than a lease. */
async function takeUp(holder: string): Promise<Job | null> {
  const { rows } = await pool.query<Job>(
    `UPDATE weight_fits SET holder = $1, lease_until = now() + $2 * interval '1 ms', attempts = attempts + 1
     WHERE id = (
       SELECT id FROM weight_fits WHERE finished_at IS NULL AND (lease_until IS NULL OR lease_until < now())
       ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED
     ) RETURNING id, user_id AS user, attempts`,
    [holder, LEASE_MS],
  )
  return rows[0] ?? null
}

async function hold(id: string, holder: string, progress: number): Promise<void> {
  await pool.query(
    `UPDATE weight_fits SET lease_until = now() + $3 * interval '1 ms', progress = $4
     WHERE id = $1 AND holder = $2 AND finished_at IS NULL`,
    [id, holder, LEASE_MS, progress],
  )
}

async function release(id: string, holder: string): Promise<void> {
  await pool.query(
    'UPDATE weight_fits SET holder = NULL, lease_until = NULL WHERE id = $1 AND holder = $2 AND finished_at IS NULL',
    [id, holder],
  )
}

/** Writes what came of it, unless another process has taken the fit over meanwhile. */
async function finish(
  id: string,
  holder: string,
  result: FitOutcome | { outcome: 'failed' },
  comparedWith: Weights | null,
): Promise<void> {
  const compared = 'weights' in result ? result : null
  await pool.query(
    `UPDATE weight_fits SET holder = NULL, lease_until = NULL, progress = 1, finished_at = clock_timestamp(),
       outcome = $3, reviews = $4, held_out = $5, loss_before = $6, loss_after = $7, weights = $8,
       compared_with = $9
     WHERE id = $1 AND holder = $2 AND finished_at IS NULL`,
    [
      id,
      holder,
      result.outcome,
      'reviews' in result ? result.reviews : null,
      compared?.heldOut ?? null,
      compared?.lossBefore ?? null,
      compared?.lossAfter ?? null,
      compared && JSON.stringify(compared.weights),
      comparedWith && JSON.stringify(comparedWith),
    ],
  )
}
