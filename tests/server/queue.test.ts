import { describe, expect, test } from 'vitest'
import { addDays, type LocalDay, localDay } from '@/lib/review/day'
import { defaultPlan } from '@/lib/review/plan'
import type { Settings } from '@/lib/review/settings'
import { listCards } from '@/lib/server/content'
import { getCramQueue, getDueQueue } from '@/lib/server/due-queue'
import { compareStates } from '@/lib/server/rebuild'
import { recordEvents } from '@/lib/server/reviews'
import { getSettings } from '@/lib/server/settings'
import { changeSettings, previewSettings, restoreSettings } from '@/lib/server/settings-changes'
import { createUser, database } from '../support/database'
import { makeEvent } from '../support/make-event'
import { asUser } from '../support/review-events'

const ids = listCards()
  .filter((card) => !card.retired)
  .map(({ id }) => id)
const DAY = 86_400_000
const now = Date.parse('2026-06-20T12:00:00Z')
const today = localDay(now, 'UTC', 4)

async function learner(settings: Partial<Settings> = {}) {
  const user = asUser(await createUser({ zone: 'UTC' }))
  await changeSettings(user, { ...(await getSettings(user)), ...settings })
  return user
}

type Learner = Awaited<ReturnType<typeof learner>>

async function record(user: Learner, events: readonly Parameters<typeof makeEvent>[0][]) {
  const recorded = await recordEvents(user, events.map(makeEvent), now)
  expect(recorded?.answers.every(({ outcome }) => outcome === 'recorded')).toBe(true)
}

const graded = (cardId: string, at: number, grade: 1 | 2 | 3 | 4 = 3) =>
  ({ kind: 'grade', cardId, at, grade, durationMs: 1000 }) as const
const shown = (queue: Awaited<ReturnType<typeof getDueQueue>>) => queue.cards.map(({ face }) => face.id)

describe('the order of the queue', () => {
  test('asks first what is least likely to be remembered', async () => {
    const user = await learner()
    // Good ten days ago, Easy ten days ago, Good three days ago.
    await record(user, [
      graded(ids[0]!, now - 10 * DAY),
      graded(ids[20]!, now - 10 * DAY, 4),
      graded(ids[40]!, now - 3 * DAY),
    ])
    expect(shown(await getDueQueue(user, now))).toEqual([ids[0], ids[40], ids[20]])
  })
})

describe('the limits of a day', () => {
  test('hold reviews back by the learner’s day, and let them through when asked', async () => {
    const user = await learner({ reviewsPerDay: 5 })
    await record(
      user,
      ids.slice(0, 8).map((id) => graded(id, now - 9 * DAY)),
    )
    const queue = await getDueQueue(user, now)
    expect(queue).toMatchObject({ due: 5, held: { reviews: 3, fresh: 0 } })
    expect(queue.dueIds).toHaveLength(5)
    await record(
      user,
      shown(queue)
        .slice(0, 4)
        .map((id) => graded(id, now)),
    )
    expect(await getDueQueue(user, now)).toMatchObject({ due: 1, held: { reviews: 3 } })
    expect(await getDueQueue(user, now, { isUnlimited: true })).toMatchObject({
      due: 4,
      held: { reviews: 0 },
    })
    expect(await getDueQueue(user, now + DAY)).toMatchObject({ due: 4, held: { reviews: 0 } })
  })

  test('never hold back a card that was missed today', async () => {
    const user = await learner({ reviewsPerDay: 5 })
    await record(
      user,
      ids.slice(0, 6).map((id) => graded(id, now - 9 * DAY)),
    )
    await record(
      user,
      ids.slice(0, 5).map((id) => graded(id, now, 1)),
    )
    expect(await getDueQueue(user, now)).toMatchObject({ due: 5, held: { reviews: 1 } })
  })

  test('let so many new cards a day in, in the order of their adding, prompts in a lesson included', async () => {
    const user = await learner({ newPerDay: 3 })
    await record(
      user,
      ids.slice(0, 6).map((cardId, place) => ({ kind: 'add', cardId, at: now - DAY + place }) as const),
    )
    expect(await getDueQueue(user, now)).toMatchObject({ due: 3, held: { reviews: 0, fresh: 3 } })
    await record(user, [graded(ids[0]!, now), graded(ids[30]!, now)])
    const queue = await getDueQueue(user, now)
    expect(queue.dueIds).toEqual([ids[1]])
    expect(queue.held.fresh).toBe(4)
  })
})

describe('a card that is set aside', () => {
  test('is asked by nobody while it is suspended, and on its day once it is not', async () => {
    const user = await learner()
    await record(user, [graded(ids[0]!, now - 9 * DAY), { kind: 'suspend', cardId: ids[0]!, at: now - DAY }])
    expect(await getDueQueue(user, now)).toMatchObject({ due: 0, dueIds: [], isEmptyDeck: false })
    await record(user, [{ kind: 'unsuspend', cardId: ids[0]!, at: now }])
    expect(shown(await getDueQueue(user, now))).toEqual([ids[0]])
  })

  test('comes back on the day until which it was buried', async () => {
    const user = await learner()
    const until = addDays(today, 1)
    await record(user, [graded(ids[0]!, now - 9 * DAY), { kind: 'bury', cardId: ids[0]!, at: now, until }])
    expect(await getDueQueue(user, now)).toMatchObject({ due: 0, nextDueDay: until })
    expect(shown(await getDueQueue(user, now + DAY))).toEqual([ids[0]])
  })

  test('is new again after a reset, while its log stays', async () => {
    const user = await learner()
    await record(user, [graded(ids[0]!, now - 9 * DAY), { kind: 'reset', cardId: ids[0]!, at: now }])
    const [card] = (await getDueQueue(user, now)).cards
    expect(card).toMatchObject({ state: null, face: { id: ids[0] } })
    expect(await database.reviewEvent.count({ where: { userId: user } })).toBe(2)
  })
})

test('what is due tomorrow can be studied today, and nothing else', async () => {
  const user = await learner()
  await record(user, [graded(ids[0]!, now - DAY), graded(ids[20]!, now - 9 * DAY), graded(ids[40]!, now)])
  expect(await getDueQueue(user, now)).toMatchObject({ due: 1, aheadCount: 1 })
  expect(shown(await getDueQueue(user, now, { isAhead: true }))).toEqual([ids[0]])
})

test('practice of a lesson asks its cards and changes no state', async () => {
  const user = await learner()
  const { lesson } = listCards()[0]!
  await record(user, [graded(ids[0]!, now - DAY)])
  const before = await database.cardState.findMany({ where: { userId: user } })
  const queue = await getCramQueue(user, lesson, now)
  expect(shown(queue).toSorted()).toEqual(
    listCards()
      .filter((card) => card.lesson === lesson && !card.retired)
      .map(({ id }) => id)
      .toSorted(),
  )
  await record(
    user,
    shown(queue).map((cardId) => ({ kind: 'cram', cardId, at: now, grade: 1, durationMs: 900 }) as const),
  )
  expect(await database.cardState.findMany({ where: { userId: user } })).toEqual(before)
})

describe('a vacation', () => {
  const vacation = { from: addDays(today, 0), to: addDays(today, 9) }

  test('keeps the queue empty, and spreads what falls due in it over the days after', async () => {
    const user = await learner({ plan: { ...defaultPlan, vacation } })
    await record(
      user,
      ids.slice(0, 40).map((id) => graded(id, now - DAY)),
    )
    expect(await getDueQueue(user, now)).toMatchObject({ due: 0, cards: [], vacation })
    const queue = await getDueQueue(user, now + 9 * DAY)
    expect(queue).toMatchObject({ due: 0, vacation })
    const days = Object.keys(queue.load) as LocalDay[]
    expect(days.length).toBeGreaterThan(5)
    for (const day of days) expect(day > vacation.to).toBe(true)
  })
})

describe('a change of settings', () => {
  test('says what it would do before it does it, does that, and is taken back to the day', async () => {
    const user = await learner()
    await record(
      user,
      ids.slice(0, 30).map((id, place) => graded(id, now - (place % 12) * DAY, place % 3 === 0 ? 4 : 3)),
    )
    const days = async () => {
      const rows = await database.cardState.findMany({ where: { userId: user }, orderBy: { cardId: 'asc' } })
      return rows.map(({ cardId, dueDay }) => ({ cardId, dueDay }))
    }
    const before = await days()
    const settings = await getSettings(user)
    const wish = { ...settings, plan: { ...settings.plan, retention: 0.97, maximumInterval: 30 } }
    const preview = await previewSettings(user, wish, now)
    expect(await days()).toEqual(before)
    await changeSettings(user, wish)
    const after = await days()
    const moved = after.filter(({ dueDay }, place) => dueDay?.getTime() !== before[place]!.dueDay?.getTime())
    expect(moved.length).toBe(preview.moved)
    expect(moved.length).toBeGreaterThan(0)
    expect(preview.perDay.will[0]).toBeGreaterThan(preview.perDay.was[0]!)
    expect(await compareStates()).toMatchObject({ different: 0 })
    expect(await restoreSettings(user)).toMatchObject({ ok: true })
    expect(await days()).toEqual(before)
    expect(await getSettings(user)).toEqual(settings)
    expect(await compareStates()).toMatchObject({ different: 0 })
  })

  test('places the grades that follow, and those that arrive late', async () => {
    const user = await learner()
    await record(user, [graded(ids[0]!, now - 20 * DAY)])
    const settings = await getSettings(user)
    await changeSettings(user, { ...settings, plan: { ...settings.plan, maximumInterval: 7 } })
    await record(user, [graded(ids[0]!, now, 4), graded(ids[0]!, now - 10 * DAY, 4)])
    const state = await database.cardState.findFirstOrThrow({ where: { userId: user } })
    expect(state.dueDay?.toISOString().slice(0, 10)).toBe(addDays(today, 7))
    expect(await compareStates()).toMatchObject({ different: 0 })
  })

  test('that changes nothing leaves nothing to take back', async () => {
    const user = asUser(await createUser())
    await changeSettings(user, await getSettings(user))
    expect(await restoreSettings(user)).toMatchObject({ ok: false, code: 'not_found' })
  })
})

test('someone back from a long break is offered a gentle restart', async () => {
  const user = await learner({ sessionCards: 5 })
  await record(
    user,
    ids.slice(0, 12).map((id) => graded(id, now - 16 * DAY)),
  )
  expect((await getDueQueue(user, now)).restart).toEqual({ breakDays: 16, due: 12 })
  expect((await getDueQueue(user, now - 12 * DAY)).restart).toBeNull()
})
