import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { fittedCard } from '@/lib/review/fit'
import { boundWeights, standardWeights, type Weights } from '@/lib/review/memory'
import { defaultPlan } from '@/lib/review/plan'
import { requestGrownFits, workOffFits } from '@/lib/server/fit-jobs'
import { compareStates } from '@/lib/server/rebuild'
import { recordEvents } from '@/lib/server/reviews'
import { runFit } from '@/lib/server/run-fit'
import { getSettings } from '@/lib/server/settings'
import { changeSettings, restoreSettings } from '@/lib/server/settings-changes'
import { applyFit, findStanding, previewFit, requestFit, takeFitBack } from '@/lib/server/weight-fits'
import { createUser, database, databaseUrl, pool } from '../support/database'
import { asUser, gradeEvent } from '../support/review-events'
import { fastForgetter, simulateLog } from '../support/simulated-log'
import { writeLog } from '../support/write-log'

const now = Date.parse('2026-06-20T12:00:00Z')

type Learner = ReturnType<typeof asUser>

async function learner(cards: number, truth: Weights | null = fastForgetter): Promise<Learner> {
  const user = asUser(await createUser({ zone: 'UTC' }))
  if (cards > 0) await writeLog(user, simulateLog({ cards, days: 400, seed: 4 }, truth))
  return user
}

const statesOf = (user: Learner) =>
  database.cardState.findMany({ where: { userId: user }, orderBy: { cardId: 'asc' } })
const fitsOf = (user: Learner) => database.weightFit.findMany({ where: { userId: user } })

async function offeredTo(user: Learner): Promise<string> {
  await requestFit(user)
  await workOffFits()
  const { latest, isOffered } = await findStanding(user)
  expect(isOffered).toBe(true)
  return latest!.id
}

describe('a fit', () => {
  test('of someone who forgets faster is better, is offered, and changes nothing until it is applied', async () => {
    const user = await learner(400)
    const before = await statesOf(user)
    const id = await offeredTo(user)
    const { latest, weights } = await findStanding(user)
    expect(weights).toBeNull()
    expect(await statesOf(user)).toEqual(before)
    if (latest?.result?.outcome !== 'better') throw new Error('It is better.')
    expect(latest.result.lossAfter).toBeLessThan(latest.result.lossBefore)
    expect(latest.result.weights[2]).toBeLessThan(1.5)
    const preview = await previewFit(user, id, now)
    if (!preview.ok) throw new Error('It is on offer.')
    expect(await applyFit(user, id)).toMatchObject({ ok: true })
    const after = await statesOf(user)
    const moved = after.filter(({ dueDay }, place) => dueDay?.getTime() !== before[place]!.dueDay?.getTime())
    expect(moved.length).toBeGreaterThan(0)
    expect(await compareStates()).toMatchObject({ different: 0 })
    expect((await findStanding(user)).weights).toEqual(latest.result.weights)
    expect(await takeFitBack(user)).toMatchObject({ ok: true })
    expect(await statesOf(user)).toEqual(before)
    expect((await getSettings(user)).plan.weights).toBeNull()
    // What was taken back can be taken up again.
    expect((await findStanding(user)).isOffered).toBe(true)
  })

  test('of someone whom the standard weights describe is not better, and cannot be applied', async () => {
    const user = await learner(200, null)
    await requestFit(user)
    await workOffFits()
    const { latest, isOffered } = await findStanding(user)
    expect(latest?.result?.outcome).toBe('not_better')
    expect(isOffered).toBe(false)
    expect(await applyFit(user, latest!.id)).toMatchObject({ ok: false, code: 'not_found' })
    expect(await previewFit(user, latest!.id, now)).toMatchObject({ ok: false, code: 'not_found' })
    expect(await takeFitBack(user)).toMatchObject({ ok: true })
  })

  test('of too few reviews says how many there are', async () => {
    const user = await learner(20)
    await requestFit(user)
    await workOffFits()
    const { latest } = await findStanding(user)
    expect(latest?.result).toEqual({ outcome: 'too_few', reviews: expect.any(Number) })
    expect((await fitsOf(user))[0]!.weights).toBeNull()
  })

  test('is no longer on offer once other weights are in use, and is taken back like any other setting', async () => {
    const user = await learner(400)
    const id = await offeredTo(user)
    const settings = await getSettings(user)
    const weights = boundWeights(standardWeights.map((weight) => weight * 1.1))!
    await changeSettings(user, { ...settings, plan: { ...settings.plan, weights } })
    expect((await findStanding(user)).isOffered).toBe(false)
    expect(await applyFit(user, id)).toMatchObject({ ok: false, code: 'not_found' })
    await restoreSettings(user)
    expect(await applyFit(user, id)).toMatchObject({ ok: true })
    await restoreSettings(user)
    expect(await getSettings(user)).toEqual(settings)
  })

  test('that another learner was offered is not found', async () => {
    const [ada, bob] = [await learner(400), await learner(400)]
    const id = await offeredTo(ada)
    expect(await applyFit(bob, id)).toMatchObject({ ok: false, code: 'not_found' })
    expect((await getSettings(bob)).plan.weights).toBeNull()
  })
})

describe('asking for a fit', () => {
  test('twice, while one waits, asks once', async () => {
    const user = await learner(20)
    await Promise.all([requestFit(user), requestFit(user), requestFit(user)])
    expect(await fitsOf(user)).toHaveLength(1)
  })

  test('again without a new grade says what the last one said; after a grade it is done anew', async () => {
    const user = await learner(20)
    await requestFit(user)
    await workOffFits()
    await requestFit(user)
    expect(await fitsOf(user)).toHaveLength(1)
    await recordEvents(user, [gradeEvent({ cardId: 'api-without-sdk', at: now })], now)
    await requestFit(user)
    expect(await fitsOf(user)).toHaveLength(2)
  })

  test('is done by itself once there are enough grades, and again when they have doubled', async () => {
    const [few, many] = [await learner(20), await learner(100)]
    await requestGrownFits()
    await requestGrownFits()
    expect(await fitsOf(few)).toHaveLength(0)
    expect(await fitsOf(many)).toMatchObject([{ byItself: true, finishedAt: null }])
    await workOffFits()
    await requestGrownFits()
    expect(await fitsOf(many)).toHaveLength(1)
    // As it would stand with half as many grades at the last fit.
    await pool.query('UPDATE weight_fits SET grades = grades / 2 WHERE user_id = $1', [many])
    await requestGrownFits()
    expect(await fitsOf(many)).toHaveLength(2)
    await workOffFits()
    // Nothing was applied by itself.
    expect((await getSettings(many)).plan.weights).toBeNull()
  })
})

describe('the work', () => {
  test('is done once, though two instances look for it at once', async () => {
    const users = await Promise.all([learner(20), learner(20), learner(20)])
    for (const user of users) await requestFit(user)
    await Promise.all([workOffFits(), workOffFits()])
    for (const user of users)
      expect(await fitsOf(user)).toMatchObject([{ attempts: 1, outcome: 'too_few', holder: null }])
  })

  test('of an instance that was killed is taken up by another once its lease has run out, and not before', async () => {
    const user = await learner(400)
    await requestFit(user)
    const program = path.join(import.meta.dirname, '../support/work-off-fits.ts')
    const instance = fork(program, {
      execArgv: ['--import', 'tsx', '--conditions=react-server'],
      env: { ...process.env, DATABASE_URL: databaseUrl },
    })
    while ((await fitsOf(user))[0]!.holder === null) await pause(2)
    instance.kill('SIGKILL')
    await once(instance, 'exit')
    await workOffFits()
    expect(await fitsOf(user)).toMatchObject([{ attempts: 1, finishedAt: null, outcome: null }])
    await pool.query("UPDATE weight_fits SET lease_until = now() - interval '1 ms' WHERE user_id = $1", [
      user,
    ])
    await workOffFits()
    expect(await fitsOf(user)).toMatchObject([{ attempts: 2, outcome: 'better', holder: null }])
  })

  test('that is broken off is left to the next', async () => {
    const user = await learner(400)
    await requestFit(user)
    const stop = new AbortController()
    const working = workOffFits(stop.signal)
    while ((await fitsOf(user))[0]!.holder === null) await pause(5)
    stop.abort()
    await working
    expect(await fitsOf(user)).toMatchObject([{ finishedAt: null, holder: null, leaseUntil: null }])
    await workOffFits()
    expect((await findStanding(user)).isOffered).toBe(true)
  })

  test('leaves the process free for others', async () => {
    const user = await learner(1700)
    await requestFit(user)
    let isDone = false
    const working = workOffFits().then(() => {
      isDone = true
    })
    let answers = 0
    while (!isDone) {
      await getSettings(user)
      answers++
    }
    await working
    expect(answers).toBeGreaterThan(20)
    expect((await findStanding(user)).isOffered).toBe(true)
  })

  test('that fails is tried three times, then given up, and may be asked for again', async () => {
    const user = await learner(20)
    await requestFit(user)
    await database.user.update({ where: { id: user }, data: { plan: 'no plan' } })
    await workOffFits()
    expect(await fitsOf(user)).toMatchObject([{ attempts: 3, outcome: 'failed', weights: null }])
    await database.user.update({ where: { id: user }, data: { plan: { ...defaultPlan } } })
    await requestFit(user)
    await workOffFits()
    expect((await findStanding(user)).latest?.result?.outcome).toBe('too_few')
  })

  test('that breaks the optimiser breaks a process of its own', async () => {
    const cards = [...simulateLog({ cards: 100, days: 400, seed: 4 }, null).values()].map((log) =>
      fittedCard(log)!.map(([at, , elapsedDays]) => [at, 9 as never, elapsedDays] as const),
    )
    await expect(runFit({ cards, current: null })).rejects.toThrow('ended without an answer')
  })

  test('goes with the account', async () => {
    const user = await learner(20)
    await requestFit(user)
    await database.user.delete({ where: { id: user } })
    expect(await fitsOf(user)).toEqual([])
  })
})
