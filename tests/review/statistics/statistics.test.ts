import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type LocalDay } from '@/lib/review/day'
import { calibrate } from '@/lib/review/statistics/calibration'
import { difficultyShares, medianOf, stabilityShares } from '@/lib/review/statistics/distribution'
import { forecastDue, gatherWeeks } from '@/lib/review/statistics/forecast'
import { judgeRetention, type TalliedDay, toRetention } from '@/lib/review/statistics/retention'
import { byWeakness, summariseTopic } from '@/lib/review/statistics/topic'
import { wilsonInterval } from '@/lib/review/statistics/wilson'
import { lookBack } from '@/lib/review/statistics/year'

const today = '2026-06-03' as LocalDay
const blank = {
  ...{ reviews: 0, spentMs: 0, met: 0, practised: 0, practisedMs: 0, lossMicros: 0 },
  ...{ youngAsked: 0, youngRecalled: 0, matureAsked: 0, matureRecalled: 0 },
}
const dayOf = (place: number, fields: Partial<TalliedDay>): TalliedDay => ({
  ...blank,
  day: addDays(today, place),
  ...fields,
})

describe('Wilson’s interval', () => {
  // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is the one that Newcombe gives', (hits, trials, low, high) => {
    const interval = wilsonInterval(hits, trials)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  test('holds its share, stays within 0 and 1, and narrows with more trials of the same share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
        const [hits, trials] = [Math.min(a, b), b]
        const { low, high } = wilsonInterval(hits, trials)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(hits / trials)
        expect(high).toBeGreaterThanOrEqual(hits / trials)
        const more = wilsonInterval(hits * 4, trials * 4)
        expect(more.high - more.low).toBeLessThan(high - low)
      }),
    )
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 })
  })
})

test('a target is missed only where it lies outside of the interval, and few answers miss nothing', () => {
  expect(judgeRetention(toRetention(180, 162), 0.9)).toBe('within')
  expect(judgeRetention(toRetention(400, 320), 0.9)).toBe('below')
  expect(judgeRetention(toRetention(400, 390), 0.9)).toBe('above')
  expect(judgeRetention(toRetention(29, 2), 0.9)).toBe('few')
})

describe('the forecast', () => {
  const card = (place: number, fields = {}) => ({
    ...{ dueDay: addDays(today, place), buriedUntil: null, suspended: false },
    ...fields,
  })

  test('counts each card once: overdue, on its day, later, or suspended', () => {
    const cards = [card(-3), card(0), card(2), card(2), card(7), card(1, { suspended: true })]
    expect(forecastDue(cards, today, 7)).toEqual({
      overdue: 1,
      perDay: [1, 0, 2, 0, 0, 0, 0],
      later: 1,
      suspended: 1,
    })
  })

  test('puts a buried card on the day until which it waits, where that is the later one', () => {
    const cards = [card(-3, { buriedUntil: addDays(today, 1) }), card(4, { buriedUntil: addDays(today, 1) })]
    expect(forecastDue(cards, today, 7)).toMatchObject({ overdue: 0, perDay: [0, 1, 0, 0, 1, 0, 0] })
  })

  test('gathers its days by seven from today on', () => {
    expect(gatherWeeks([1, 0, 0, 0, 0, 0, 2, 5, 1], today)).toEqual([
      { from: today, cards: 3 },
      { from: addDays(today, 7), cards: 6 },
    ])
  })
})

test('every card has its place in the distributions, the ends included', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.001, max: 36_500, noNaN: true })), (stabilities) => {
      const shares = stabilityShares(stabilities)
      expect(shares.reduce((sum, { cards }) => sum + cards, 0)).toBe(stabilities.length)
      for (const { from, to, cards } of shares)
        expect(cards).toBe(stabilities.filter((s) => s >= from && (to === null || s < to)).length)
    }),
  )
  expect(difficultyShares([1, 9.99, 10]).map(({ cards }) => cards)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 2])
  expect(medianOf([9, 1, 4])).toBe(4)
  expect(medianOf([])).toBeNull()
})

describe('the year', () => {
  test('has every day of the last 52 weeks and of this one once, from Monday on', () => {
    for (let place = 0; place < 7; place++) {
      const { weeks } = lookBack([], addDays(today, place))
      expect(weeks).toHaveLength(53)
      const days = weeks.flat().map(({ day }) => day)
      expect(days).toEqual(days.map((_, index) => addDays(days[0]!, index)))
      expect(days.at(-1)).toBe(addDays(today, place))
      expect(new Date(`${days[0]}T00:00:00Z`).getUTCDay()).toBe(1)
    }
  })

  test('counts days and weeks with an answer, practice included, and says nothing of days without', () => {
    const year = lookBack(
      [dayOf(0, { reviews: 3 }), dayOf(-1, { practised: 9 }), dayOf(-30, { reviews: 1 })],
      today,
    )
    expect(year).toMatchObject({ activeDays: 3, activeWeeks: 2, answers: 13 })
    const levels = new Map(year.weeks.flat().map(({ day, level }) => [day, level]))
    expect(levels.get(addDays(today, -2))).toBe(0)
    expect(levels.get(addDays(today, -30))).toBeGreaterThan(0)
    expect(levels.get(addDays(today, -1))).toBeGreaterThan(levels.get(addDays(today, -30))!)
  })
})

describe('calibration', () => {
  const micros = (value: number) => Math.round(value * 1e6)

  test('a forecast that knows the good days from the bad leads both averages, beyond its error', () => {
    // On even days nine of ten are recalled, on odd days three of ten; FSRS expects just that.
    const days = Array.from({ length: 60 }, (_, place) => {
      const recalled = place % 2 === 0 ? 9 : 3
      const chance = recalled / 10
      const loss = -recalled * Math.log(chance) - (10 - recalled) * Math.log(1 - chance)
      return dayOf(place - 60, { youngAsked: 10, youngRecalled: recalled, lossMicros: micros(loss) })
    })
    const [fsrs, average, moving] = calibrate(new Map(), days).predictions
    expect(fsrs!.lead).toBeNull()
    expect(average!.logLoss).toBeCloseTo(-0.6 * Math.log(0.6) - 0.4 * Math.log(0.4), 6)
    for (const other of [average!, moving!])
      expect(other.lead!.mean - other.lead!.halfWidth).toBeGreaterThan(0)
  })

  test('a forecast that says the average of every answer leads it by nothing', () => {
    const days = Array.from({ length: 40 }, (_, place) =>
      dayOf(place - 40, {
        youngAsked: 4,
        youngRecalled: 3,
        lossMicros: micros(-3 * Math.log(0.75) - Math.log(0.25)),
      }),
    )
    const [fsrs, average] = calibrate(new Map(), days).predictions
    expect(average!.logLoss).toBeCloseTo(fsrs!.logLoss, 5)
    expect(average!.lead!.mean).toBeCloseTo(0, 5)
  })

  test('a moving average knows nothing of the day that it predicts', () => {
    const calm = [
      dayOf(-2, { youngAsked: 5, youngRecalled: 5 }),
      dayOf(-1, { youngAsked: 5, youngRecalled: 5 }),
    ]
    const [, , moving] = calibrate(new Map(), calm.slice(0, 1)).predictions
    // It begins at nine of ten.
    expect(moving!.logLoss).toBeCloseTo(-Math.log(0.9), 6)
    const [, , later] = calibrate(new Map(), calm).predictions
    expect(later!.logLoss).toBeLessThan(moving!.logLoss)
  })

  test('too few days give no error, and no answers give no number but nought', () => {
    expect(
      calibrate(new Map(), [dayOf(-1, { youngAsked: 2, youngRecalled: 1 })]).predictions[1]!.lead,
    ).toBeNull()
    expect(calibrate(new Map(), []).predictions.map(({ logLoss }) => logLoss)).toEqual([0, 0, 0])
  })

  test('a bin has the mean of what was expected and the interval of what came', () => {
    const bins = new Map([[18, { asked: 10, recalled: 8, expectedMicros: 9_200_000 }]])
    expect(calibrate(bins, []).bins).toEqual([
      { expected: 0.92, asked: 10, recalled: 8, interval: wilsonInterval(8, 10) },
    ])
  })
})

test('topics stand the weakest first, and one without a graded card last', () => {
  const strong = summariseTopic([{ recall: 0.95, asked: 4, recalled: 4 }])
  const weak = summariseTopic([
    { recall: 0.6, asked: 2, recalled: 1 },
    { recall: 0.8, asked: 0, recalled: 0 },
  ])
  const fresh = summariseTopic([{ recall: null, asked: 0, recalled: 0 }])
  expect([fresh, strong, weak].sort(byWeakness)).toEqual([weak, strong, fresh])
  expect(weak).toMatchObject({ cards: 2, graded: 2, recall: 0.7, retention: { asked: 2, recalled: 1 } })
  expect(fresh).toMatchObject({ cards: 1, graded: 0, recall: null })
})
