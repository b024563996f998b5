import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type LocalDay } from '@/lib/review/day'
import type { ReviewEvent } from '@/lib/review/event'
import { grades } from '@/lib/review/grade'
import { createUser, database, pool } from '../support/database'
import { makeEvent } from '../support/make-event'
import { asUser, gradeEvent, undoOf } from '../support/review-events'

const { recordEvents } = await import('@/lib/server/reviews')
const { getStatistics } = await import('@/lib/server/statistics')
const { compareStates } = await import('@/lib/server/rebuild')
const { activeCardIds, findCard, listObjectives } = await import('@/lib/server/content')
const { ensureTallies } = await import('@/lib/server/recount')
const { readTallies } = await import('@/lib/server/tallies')

const cards = activeCardIds().slice(0, 3) as [string, string, string]
const noon = Date.parse('2026-06-01T10:00:00Z')
const DAY = 86_400_000
const now = noon + 400 * DAY
const day = (place: number) => addDays('2026-06-01' as LocalDay, place)

async function record(user: { id: string }, events: ReviewEvent[]) {
  const recorded = await recordEvents(asUser(user), events, now)
  expect(recorded?.answers.map(({ outcome }) => outcome)).not.toContain('refused')
}

async function wholeNumbers(user: { id: string }) {
  const { days, recalls } = await readTallies(pool, asUser(user))
  return { days: [...days].sort(), recalls: [...recalls].sort() }
}

async function talliedBy(user: { id: string }) {
  return (await database.user.findUniqueOrThrow({ where: { id: user.id } })).talliedBy
}

const deed = fc.record({
  card: fc.constantFrom(...cards),
  hours: fc.integer({ min: 0, max: 24 * 120 }),
  grade: fc.constantFrom(...grades),
  kind: fc.constantFrom('grade', 'grade', 'grade', 'grade', 'cram', 'reset', 'suspend', 'undo'),
})

test('tallies kept batch by batch, late and twice and with undos, are those that the whole log gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(deed, { minLength: 10, maxLength: 40 }),
      fc.integer({ min: 1, max: 7 }),
      async (deeds, size) => {
        const user = await createUser()
        const events: ReviewEvent[] = []
        for (const { card: cardId, hours, grade, kind } of deeds) {
          const at = noon + hours * 3_600_000
          const last = events.findLast((event) => event.kind === 'grade')
          if (kind === 'undo') {
            if (last) events.push(undoOf(last))
          } else if (kind === 'grade') events.push(gradeEvent({ cardId, at, grade }))
          else if (kind === 'cram') events.push(makeEvent({ kind, cardId, at, grade, durationMs: 900 }))
          else events.push(makeEvent({ kind: kind as 'reset' | 'suspend', cardId, at }))
        }
        await record(user, events.slice(0, 5))
        await ensureTallies(asUser(user))
        for (let from = 3; from < events.length; from += size)
          await record(user, events.slice(from, from + size))
        const kept = await wholeNumbers(user)
        await database.user.update({ where: { id: user.id }, data: { talliedBy: null } })
        await ensureTallies(asUser(user))
        expect(await wholeNumbers(user)).toEqual(kept)
      },
    ),
    { numRuns: 40, seed: 7 },
  )
  const found = await compareStates()
  expect(found.tallied).toBeGreaterThanOrEqual(40)
  expect(found).toMatchObject({ different: 0, miscounted: 0 })
})

describe('statistics', () => {
  test('of someone who has answered nothing are empty, and nothing is a fault', async () => {
    const statistics = await getStatistics(asUser(await createUser()), now)
    expect(statistics).toMatchObject({ cards: { all: 0, graded: 0, fresh: 0 }, lessons: [] })
    expect(statistics.retention[2]!.all.asked).toBe(0)
    expect(statistics.year.activeDays).toBe(0)
  })

  test('count the first answer of a day to a card met earlier, once, and not what was undone', async () => {
    const user = await createUser()
    const wrong = gradeEvent({ cardId: cards[0], at: noon + 3 * DAY, grade: 1 })
    const right = gradeEvent({ cardId: cards[0], at: noon + 3 * DAY + 60_000, grade: 3 })
    await record(user, [gradeEvent({ cardId: cards[0], at: noon }), wrong, right])
    const before = await getStatistics(asUser(user), noon + 3 * DAY)
    expect(before.retention[0]!.all).toMatchObject({ asked: 1, recalled: 0 })
    expect(before.recent.at(-1)).toMatchObject({ day: day(3), reviews: 2, spentMs: 8000 })
    await record(user, [undoOf(wrong), right])
    const after = await getStatistics(asUser(user), noon + 3 * DAY)
    expect(after.retention[0]!.all).toMatchObject({ asked: 1, recalled: 1 })
    expect(after.recent.at(-1)).toMatchObject({ reviews: 1, spentMs: 4000 })
  })

  test('foretell what the deck holds: overdue, by day, and suspended', async () => {
    const user = await createUser()
    await record(user, [
      gradeEvent({ cardId: cards[0], at: noon, grade: 1 }),
      gradeEvent({ cardId: cards[1], at: noon, grade: 4 }),
      gradeEvent({ cardId: cards[2], at: noon, grade: 4 }),
      makeEvent({ kind: 'suspend', cardId: cards[2], at: noon + 1000 }),
    ])
    const { forecast } = await getStatistics(asUser(user), noon + DAY)
    expect(forecast).toMatchObject({ overdue: 1, later: 0, suspended: 1 })
    expect(forecast.perDay.reduce((sum, each) => sum + each, 0)).toBe(1)
  })

  test('stand by lesson and by objective, with the cards that the learner has of them', async () => {
    const user = await createUser()
    const lesson = findCard(cards[0])!.lesson
    await record(user, [
      gradeEvent({ cardId: cards[0], at: noon }),
      gradeEvent({ cardId: cards[0], at: noon + 5 * DAY, grade: 1 }),
    ])
    const { lessons } = await getStatistics(asUser(user), noon + 9 * DAY)
    expect(lessons).toHaveLength(1)
    expect(lessons[0]).toMatchObject({
      slug: lesson,
      cards: 1,
      graded: 1,
      retention: { asked: 1, recalled: 0 },
    })
    expect(lessons[0]!.recall).toBeGreaterThan(0)
    const texts = listObjectives()
      .get(lesson)!
      .filter(({ cards: ids }) => ids.includes(cards[0]))
    expect(lessons[0]!.objectives.map(({ text }) => text).sort()).toEqual(
      texts.map(({ text }) => text).sort(),
    )
  })

  test('are of one learner’s log alone', async () => {
    const [ada, bob] = [await createUser(), await createUser()]
    await record(ada, [
      gradeEvent({ cardId: cards[0], at: noon }),
      gradeEvent({ cardId: cards[0], at: noon + DAY }),
    ])
    await getStatistics(asUser(ada), now)
    const before = await wholeNumbers(ada)
    await getStatistics(asUser(bob), now)
    await record(bob, [
      gradeEvent({ cardId: cards[0], at: noon }),
      gradeEvent({ cardId: cards[0], at: noon + DAY }),
    ])
    expect(await wholeNumbers(ada)).toEqual(before)
    expect((await getStatistics(asUser(bob), noon + DAY)).retention[0]!.all.asked).toBe(1)
  })
})

describe('tallies', () => {
  test('are not kept for a learner who has never looked', async () => {
    const user = await createUser()
    await record(user, [gradeEvent({ cardId: cards[0], at: noon })])
    expect(await talliedBy(user)).toBeNull()
    expect((await wholeNumbers(user)).days).toEqual([])
  })

  test('that were counted otherwise are left alone by a write, never believed again, and counted anew', async () => {
    const user = await createUser()
    await record(user, [gradeEvent({ cardId: cards[0], at: noon })])
    await ensureTallies(asUser(user))
    await database.user.update({ where: { id: user.id }, data: { talliedBy: '0-before' } })
    await record(user, [gradeEvent({ cardId: cards[0], at: noon + DAY })])
    expect(await talliedBy(user)).toBeNull()
    expect((await getStatistics(asUser(user), noon + DAY)).recent.at(-1)).toMatchObject({ reviews: 1 })
    expect(await talliedBy(user)).not.toBeNull()
  })

  test('are counted once by two pages that open at the same moment', async () => {
    const user = await createUser()
    await record(user, [gradeEvent({ cardId: cards[0], at: noon })])
    await Promise.all([1, 2, 3].map(() => ensureTallies(asUser(user))))
    expect((await wholeNumbers(user)).days).toMatchObject([['2026-06-01', { reviews: 1, met: 1 }]])
  })

  test('that were tampered with are found by a rebuild, and put right by a repair', async () => {
    const user = await createUser()
    await record(user, [gradeEvent({ cardId: cards[0], at: noon })])
    await ensureTallies(asUser(user))
    const before = await wholeNumbers(user)
    await database.reviewDay.updateMany({ where: { userId: user.id }, data: { reviews: 7 } })
    expect((await compareStates()).miscounted).toBe(1)
    await compareStates({ repair: true })
    expect((await compareStates()).miscounted).toBe(0)
    expect(await wholeNumbers(user)).toEqual(before)
  })
})
