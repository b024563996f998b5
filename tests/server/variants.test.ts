import { expect, test } from 'vitest'
import { catalogue } from '@/lib/problems/catalogue'
import { makeSeed } from '@/lib/problems/seed'
import { compareStates } from '@/lib/server/rebuild'
import { recordEvents } from '@/lib/server/reviews'
import { listVariants } from '@/lib/server/variants'
import { createUser } from '../support/database'
import { asUser, gradeEvent, undoOf } from '../support/review-events'

const cardId = 'drawn-series'
const now = Date.now()
/** Seeds of today’s version; the last one is the largest that there can be. */
const seeds = [makeSeed(catalogue['series-arithmetic'].version, 0xffff_ffff), 7, Number.MAX_SAFE_INTEGER]

const graded = (seed: number | undefined, at: number) =>
  gradeEvent({ cardId, at, ...(seed !== undefined && { seed }) })

test('the seed of each grade is kept to the last digit, the latest first', async () => {
  const user = asUser(await createUser())
  await recordEvents(
    user,
    seeds.map((seed, place) => graded(seed, now + place)),
    now + 1000,
  )
  expect(await listVariants(user, cardId, 10)).toEqual(
    seeds.map((seed, place) => ({ seed, grade: 3, at: now + place })).reverse(),
  )
  expect(await listVariants(user, cardId, 1)).toHaveLength(1)
})

test('a retry changes nothing, not even with another seed under the same id', async () => {
  const user = asUser(await createUser())
  const event = graded(12, now)
  await recordEvents(user, [event], now + 1000)
  const again = await recordEvents(user, [{ ...event, seed: 13 }], now + 2000)
  expect(again?.answers).toEqual([{ id: event.id, outcome: 'duplicate' }])
  expect(await listVariants(user, cardId, 10)).toMatchObject([{ seed: 12 }])
})

test('what was undone is not listed, whichever came first', async () => {
  const user = asUser(await createUser())
  const [first, second, third] = [graded(1, now), graded(2, now + 1), graded(3, now + 2)]
  await recordEvents(user, [undoOf(second), first, second, third, undoOf(third)], now + 5000)
  expect(await listVariants(user, cardId, 10)).toMatchObject([{ seed: 1 }])
})

test('a grade without a seed is recorded and not listed, and one learner’s problems are not another’s', async () => {
  const user = asUser(await createUser())
  const other = asUser(await createUser())
  await recordEvents(user, [graded(undefined, now)], now + 1000)
  await recordEvents(other, [graded(5, now)], now + 1000)
  expect(await listVariants(user, cardId, 10)).toEqual([])
  expect(await listVariants(other, cardId, 10)).toHaveLength(1)
})

test.each([-1, 0.5, 2 ** 53, '7', null])('a seed of %j is refused, and nothing is written', async (seed) => {
  const user = asUser(await createUser())
  const event = { ...graded(1, now), seed }
  const recorded = await recordEvents(user, [event], now + 1000)
  expect(recorded?.answers).toMatchObject([{ outcome: 'refused', code: 'invalid' }])
  expect(recorded?.states).toEqual([])
})

test('the states of generated cards are the fold of their log, with or without seeds', async () => {
  const user = asUser(await createUser())
  await recordEvents(user, [graded(9, now), graded(undefined, now + 1), graded(4, now + 2)], now + 1000)
  const { different } = await compareStates()
  expect(different).toBe(0)
})
