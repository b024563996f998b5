import fc from 'fast-check'
import { createEmptyCard, type Grade as FsrsGrade, fsrs, generatorParameters } from 'ts-fsrs'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, type LocalDay, localDay } from '@/lib/review/day'
import { type Grade, grades } from '@/lib/review/grade'
import { defaultPlan } from '@/lib/review/plan'
import {
  type CardState,
  type GradedAt,
  grade as gradePlaced,
  intervalDays as intervalUnder,
  preview as previewPlaced,
  retrievability,
} from '@/lib/review/schedule'
import { somePlacing } from './placing'

const grade = (before: CardState | null, graded: GradedAt) => gradePlaced(before, graded, somePlacing)
const preview = (before: CardState | null, at: number, day: LocalDay) =>
  previewPlaced(before, { at, day }, somePlacing)
const daysOf = (previewed: ReturnType<typeof preview>) =>
  Object.fromEntries(grades.map((each) => [each, previewed[each].days])) as Record<Grade, number>
const intervalDays = (stability: number) => intervalUnder(stability, defaultPlan)
const MAXIMUM_INTERVAL = defaultPlan.maximumInterval

const start = '2026-06-01' as LocalDay
const noon = Date.parse('2026-06-01T12:00:00Z')
const on = (days: number, given: Grade) => ({
  grade: given,
  at: noon + days * 86_400_000,
  day: addDays(start, days),
})
const anyGrade = fc.constantFrom(...grades)

test('a card first graded Good is known for FSRS’s 2.3 days, one graded Easy for 8.3', () => {
  expect(grade(null, on(0, 3)).stability).toBeCloseTo(2.3065, 4)
  expect(grade(null, on(0, 4)).stability).toBeCloseTo(8.2956, 4)
  const promised = daysOf(preview(null, noon, start))
  expect(promised).toMatchObject({ 1: 0, 2: 1, 3: 2 })
  expect([7, 8, 9, 10]).toContain(promised[4])
})

test('six answers of Good, each on its day, lead to growing intervals and not to a card stuck in learning', () => {
  let state = grade(null, on(0, 3))
  const intervals: number[] = []
  for (let step = 0; step < 6; step++) {
    intervals.push(daysBetween(state.lastDay, state.dueDay))
    state = grade(state, { grade: 3, at: noon, day: state.dueDay })
  }
  expect(intervals).toEqual([2, 11, 46, 163, 365, 365])
})

test('the memory is that of ts-fsrs itself when days are UTC days', () => {
  const reference = fsrs(
    generatorParameters({ enable_fuzz: false, enable_short_term: false, request_retention: 0.9 }),
  )
  fc.assert(
    fc.property(
      fc.array(fc.record({ gap: fc.integer({ min: 1, max: 200 }), given: anyGrade }), {
        minLength: 1,
        maxLength: 15,
      }),
      (steps) => {
        let card = createEmptyCard(new Date(noon))
        let state: CardState | null = null
        let day = 0
        for (const { gap, given } of steps) {
          card = reference.next(card, new Date(noon + day * 86_400_000), given as FsrsGrade).card
          state = grade(state, on(day, given))
          if (given !== 1) {
            expect(state.stability).toBeCloseTo(card.stability, 5)
            expect(state.difficulty).toBeCloseTo(card.difficulty, 5)
          }
          // The two differ in what a lapse leaves (short-term weights): start the next stretch alike.
          if (given === 1) return
          day += gap
        }
      },
    ),
    { numRuns: 200, seed: 7 },
  )
})

describe('traps of ts-fsrs', () => {
  test('two answers on one afternoon in California are one day, though UTC’s date changes between them', () => {
    const zone = 'America/Los_Angeles'
    const graded = (iso: string) => ({
      grade: 3 as Grade,
      at: Date.parse(iso),
      day: localDay(Date.parse(iso), zone, 4),
    })
    const first = grade(null, graded('2026-07-01T22:50:00Z'))
    const second = grade(first, graded('2026-07-02T00:10:00Z'))
    expect(second.lastDay).toBe(first.lastDay)
    expect(second.stability).toBeCloseTo(2.3065, 4)
    expect(daysBetween(second.lastDay, second.dueDay)).toBe(2)
  })

  test('23 hours and 58 minutes inside one UTC day are two days for a learner whose night lies between', () => {
    const graded = (iso: string) => ({
      grade: 3 as Grade,
      at: Date.parse(iso),
      day: localDay(Date.parse(iso), 'Asia/Tokyo', 4),
    })
    const first = grade(null, graded('2026-07-01T00:01:00Z'))
    const second = grade(first, graded('2026-07-01T23:59:00Z'))
    expect(daysBetween(first.lastDay, second.lastDay)).toBe(1)
    expect(second.stability).toBeGreaterThan(first.stability)
  })

  test('what a button promises is what its press gives, at whatever millisecond it comes', () => {
    fc.assert(
      fc.property(
        fc.array(anyGrade, { maxLength: 6 }),
        fc.integer({ min: 0, max: 60_000 }),
        (given, later) => {
          const before = given.reduce<CardState | null>(
            (state, each, index) => grade(state, on(index * 5, each)),
            null,
          )
          const day = addDays(start, 60)
          const promised = preview(before, noon, day)
          for (const each of grades) {
            const { shift, days } = promised[each]
            const after = grade(before, { grade: each, at: noon + later, day, shift })
            expect(daysBetween(day, after.dueDay)).toBe(days)
          }
        },
      ),
      { numRuns: 200, seed: 3 },
    )
  })

  test('a grade outside 1 to 4 cannot be scheduled', () => {
    expect(() => grade(null, { grade: 0 as Grade, at: noon, day: start })).toThrow()
    expect(() => grade(null, { grade: 5 as Grade, at: noon, day: start })).toThrow()
  })
})

test('a missed card stays due on its day until it is known, and missing it again is the same lapse', () => {
  const known = grade(null, on(0, 3))
  const missed = grade(known, on(3, 1))
  expect(missed).toMatchObject({ dueDay: addDays(start, 3), lapses: 1 })
  const again = grade(missed, on(3, 1))
  expect(again).toMatchObject({ dueDay: addDays(start, 3), lapses: 1 })
  const recovered = grade(again, on(3, 3))
  expect(daysBetween(addDays(start, 3), recovered.dueDay)).toBeGreaterThanOrEqual(1)
})

test('a learner who flies west, and so into yesterday, is not counted backwards', () => {
  const first = grade(null, on(5, 3))
  const earlierDay = grade(first, { grade: 3, at: noon + 5 * 86_400_000 + 1, day: addDays(start, 4) })
  expect(earlierDay.stability).toBeGreaterThanOrEqual(first.stability)
})

test('for every history the better grade never comes back sooner, and no interval leaves 1 to 365 days', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ gap: fc.integer({ min: 0, max: 400 }), given: anyGrade }), { maxLength: 12 }),
      (steps) => {
        let state: CardState | null = null
        let day = 0
        for (const { gap, given } of steps) {
          day += gap
          const p = daysOf(preview(state, noon, addDays(start, day)))
          expect(p[1]).toBe(0)
          expect(p[2]).toBeGreaterThanOrEqual(1)
          expect(p[3]).toBeGreaterThanOrEqual(p[2])
          expect(p[4]).toBeGreaterThanOrEqual(p[3])
          expect(p[4]).toBeLessThanOrEqual(MAXIMUM_INTERVAL)
          state = grade(state, on(day, given))
          expect(state.difficulty).toBeGreaterThanOrEqual(1)
          expect(state.difficulty).toBeLessThanOrEqual(10)
        }
      },
    ),
    { numRuns: 300, seed: 11 },
  )
})

test('a card falls due when its recall has fallen to nine in ten', () => {
  const state = grade(null, on(0, 4))
  expect(retrievability(state, state.dueDay, defaultPlan)).toBeGreaterThan(0.89)
  expect(retrievability(state, state.dueDay, defaultPlan)).toBeLessThan(0.915)
  expect(intervalDays(8.2956)).toBe(8)
})
