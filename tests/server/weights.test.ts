import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { localDay } from '@/lib/review/day'
import { boundWeights, standardWeights } from '@/lib/review/memory'
import { listCards } from '@/lib/server/content'
import { inTransaction } from '@/lib/server/database'
import { compareStates } from '@/lib/server/rebuild'
import { lockLog } from '@/lib/server/review-log'
import { recordEvents } from '@/lib/server/reviews'
import { getSettings } from '@/lib/server/settings'
import {
  changeSettings,
  changeWeightsIn,
  previewSettings,
  restoreSettings,
} from '@/lib/server/settings-changes'
import { getStatistics } from '@/lib/server/statistics'
import { createUser, database, pool } from '../support/database'
import { makeEvent } from '../support/make-event'
import { asUser } from '../support/review-events'

const ids = listCards()
  .filter((card) => !card.retired)
  .map(({ id }) => id)
const DAY = 86_400_000
const now = Date.parse('2026-06-20T12:00:00Z')
/** A learner who forgets faster than most. */
const weights = boundWeights(standardWeights.map((weight, place) => (place < 4 ? weight / 2 : weight)))!.with(
  20,
  0.35,
)

type Learner = ReturnType<typeof asUser>

async function learnerWithReviews(): Promise<Learner> {
  const user = asUser(await createUser({ zone: 'UTC' }))
  const events = ids.slice(0, 130).flatMap((cardId, place) => [
    makeEvent({ kind: 'grade', cardId, at: now - (40 - (place % 9)) * DAY, grade: 3, durationMs: 1000 }),
    makeEvent({
      kind: 'grade',
      cardId,
      at: now - (20 - (place % 7)) * DAY,
      grade: place % 5 ? 3 : 1,
      durationMs: 1000,
    }),
    makeEvent({ kind: 'cram', cardId, at: now - 3 * DAY, grade: 1, durationMs: 1000 }),
  ])
  await recordEvents(user, [...events, makeEvent({ kind: 'add', cardId: ids[131]!, at: now })], now)
  return user
}

const statesOf = (user: Learner) =>
  database.cardState.findMany({ where: { userId: user }, orderBy: { cardId: 'asc' } })
const adopt = (user: Learner) => inTransaction((tx) => changeWeightsIn(tx, user, weights))

test('other weights make every memory anew from its log, and taking them back gives the earlier states bit for bit', async () => {
  const user = await learnerWithReviews()
  const settings = await getSettings(user)
  const before = await statesOf(user)
  await adopt(user)
  const after = await statesOf(user)
  expect((await getSettings(user)).plan).toEqual({ ...settings.plan, weights })
  expect(after.map(({ cardId }) => cardId)).toEqual(before.map(({ cardId }) => cardId))
  for (const [place, { stability }] of after.entries())
    if (stability !== null) expect(stability).toBeLessThan(before[place]!.stability!)
  expect(await compareStates()).toMatchObject({ different: 0 })
  expect(await restoreSettings(user)).toMatchObject({ ok: true })
  expect(await statesOf(user)).toEqual(before)
  expect(await getSettings(user)).toEqual(settings)
})

test('what other weights would do is said before it is done', async () => {
  const user = await learnerWithReviews()
  const before = await statesOf(user)
  const settings = await getSettings(user)
  const preview = await previewSettings(user, { ...settings, plan: { ...settings.plan, weights } }, now)
  expect(await statesOf(user)).toEqual(before)
  await adopt(user)
  const today = localDay(now, 'UTC', 4)
  const after = await statesOf(user)
  const due = after.filter(({ dueDay }) => dueDay && dueDay.toISOString().slice(0, 10) <= today)
  expect(preview.dueToday.will).toBe(due.length)
  const moved = after.filter(({ dueDay }, place) => dueDay?.getTime() !== before[place]!.dueDay?.getTime())
  expect(preview.moved).toBe(moved.length)
  expect(preview.moved).toBeGreaterThan(0)
  expect(preview.perDay.will).not.toEqual(preview.perDay.was)
})

test('the statistics are counted anew under other weights, and follow the log from then on', async () => {
  const user = await learnerWithReviews()
  const before = await getStatistics(user, now)
  await adopt(user)
  const after = await getStatistics(user, now)
  expect([before.isFitted, after.isFitted]).toEqual([false, true])
  const asked = (of: typeof after) => of.calibration.asked
  const expected = (of: typeof after) => of.calibration.bins.map((bin) => bin.expected)
  expect(asked(after)).toBe(asked(before))
  expect(expected(after)).not.toEqual(expected(before))
  await recordEvents(
    user,
    [makeEvent({ kind: 'grade', cardId: ids[0]!, at: now, grade: 3, durationMs: 1000 })],
    now,
  )
  expect(await compareStates()).toMatchObject({ different: 0, miscounted: 0 })
})

test('the form of the settings leaves the weights as they are', async () => {
  const user = await learnerWithReviews()
  await adopt(user)
  const settings = await getSettings(user)
  const { weights: _, ...plan } = settings.plan
  await changeSettings(user, { ...settings, plan: { ...plan, retention: 0.85 } })
  expect((await getSettings(user)).plan).toEqual({ ...plan, retention: 0.85, weights })
  expect(await compareStates()).toMatchObject({ different: 0 })
})

test('a plan that was stored before there were weights has those that everyone begins with', async () => {
  const user = asUser(await createUser())
  const { weights: _, ...plan } = (await getSettings(user)).plan
  await database.user.update({ where: { id: user }, data: { plan } })
  expect((await getSettings(user)).plan.weights).toBeNull()
})

test('a grade that waited while the weights were changed is folded under the new ones', async () => {
  const user = await learnerWithReviews()
  let recorded: Promise<unknown> | undefined
  await inTransaction(async (tx) => {
    await lockLog(tx, user)
    await changeWeightsIn(tx, user, weights)
    const event = makeEvent({ kind: 'grade', cardId: ids[0]!, at: now, grade: 3, durationMs: 1000 })
    recorded = recordEvents(user, [event], now)
    await isWaited()
  })
  await recorded
  expect(await compareStates()).toMatchObject({ different: 0 })
})

/** Until somebody waits for a learner's log. */
async function isWaited(): Promise<void> {
  for (;;) {
    const { rows } = await pool.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
    if (rows.length > 0) return
    await pause(5)
  }
}
