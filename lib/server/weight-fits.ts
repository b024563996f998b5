import 'server-only'
import { fail, ok, type Result } from '../result'
import { sameWeights, type Weights } from '../review/memory'
import { inTransaction, pool } from './database'
import { findFitOf, findLatestFit, type WeightFit } from './fit-rows'
import { wakeFitter } from './fitter'
import { lockLog } from './review-log'
import type { UserId } from './session'
import { getSettings } from './settings'
import { changeWeightsIn, previewSettings, type SettingsPreview } from './settings-changes'

/** Where a learner stands with weights of their own. */
export interface FitStanding {
  /** Weights in use; null for those that everyone begins with. */
  weights: Weights | null
  /** The latest fit; null where there was none. */
  latest: WeightFit | null
  /** The latest fit was better than the weights in use, and can be applied. */
  isOffered: boolean
}

/** Where the learner stands: the weights in use, the latest fit, and whether it is on offer. */
export async function findStanding(user: UserId): Promise<FitStanding> {
  const [{ plan }, latest] = await Promise.all([getSettings(user), findLatestFit(pool, user)])
  const { weights } = plan
  return {
    weights,
    latest,
    isOffered: offeredWeights(latest, weights) !== null,
  }
}

/**
 * Asks for a fit. One that waits or is worked at already is not asked for twice, and neither is one that would
 * say what the latest said: no grade has been added, and the same weights are in use.
 */
export async function requestFit(user: UserId): Promise<Result<null>> {
  const [{ plan }, latest] = await Promise.all([getSettings(user), findLatestFit(pool, user)])
  const isKnown =
    latest?.result &&
    latest.result.outcome !== 'failed' &&
    latest.grades === (await countGrades(user)) &&
    sameWeights(latest.comparedWith, plan.weights)
  if (!isKnown)
    await pool.query(
      `INSERT INTO weight_fits (id, user_id, by_itself, grades)
       SELECT gen_random_uuid(), $1, false, coalesce(sum(reps), 0) FROM card_states WHERE user_id = $1
       ON CONFLICT DO NOTHING`,
      [user],
    )
  wakeFitter()
  return ok(null)
}

/** What a fit's weights would do to the learner's deck. `not_found`: the fit is not on offer. */
export async function previewFit(user: UserId, id: string, now: number): Promise<Result<SettingsPreview>> {
  const [settings, latest] = await Promise.all([getSettings(user), findLatestFit(pool, user)])
  const weights = latest?.id === id ? offeredWeights(latest, settings.plan.weights) : null
  if (!weights) return notOffered()
  return ok(await previewSettings(user, { ...settings, plan: { ...settings.plan, weights } }, now))
}

/** Puts a fit's weights into the plan, and folds every log under them. `not_found`: the fit is not on offer. */
export async function applyFit(user: UserId, id: string): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const locked = await lockLog(tx, user)
    const latest = await findLatestFit(tx, user)
    const weights = locked && latest?.id === id ? offeredWeights(latest, locked.plan.weights) : null
    if (!weights) return notOffered()
    await changeWeightsIn(tx, user, weights)
    return ok(null)
  })
}

/** Takes fitted weights back: those that they were compared with are in use again, and every state as it was. */
export async function takeFitBack(user: UserId): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const locked = await lockLog(tx, user)
    const weights = locked?.plan.weights
    if (!weights) return ok(null)
    const fit = await findFitOf(tx, user, weights)
    await changeWeightsIn(tx, user, fit?.comparedWith ?? null)
    return ok(null)
  })
}

/** The weights of a fit that was better than those in use; null where it was not, or others are in use by now. */
function offeredWeights(fit: WeightFit | null, inUse: Weights | null): Weights | null {
  if (fit?.result?.outcome !== 'better' || !sameWeights(fit.comparedWith, inUse)) return null
  return fit.result.weights
}

function notOffered() {
  return fail(
    'not_found',
    'These weights are no longer on offer: they were fitted to be compared with others.',
  )
}

async function countGrades(user: UserId): Promise<number> {
  const { rows } = await pool.query<{ grades: number }>(
    'SELECT coalesce(sum(reps), 0)::int AS grades FROM card_states WHERE user_id = $1',
    [user],
  )
  return rows[0]!.grades
}
