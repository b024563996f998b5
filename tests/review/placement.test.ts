import fc from 'fast-check'
import { get_fuzz_range } from 'ts-fsrs'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, type LocalDay, weekdayOf } from '@/lib/review/day'
import { chooseShift, fuzzWindow, placeDue } from '@/lib/review/placement'
import { defaultPlan, type EasyDay, type Plan } from '@/lib/review/plan'

const monday = '2026-06-01' as LocalDay
const quiet = () => 0
const withEasy = (weekday: number, kind: EasyDay): Plan => ({
  ...defaultPlan,
  easyDays: defaultPlan.easyDays.map((each, place) => (place === weekday ? kind : each)),
})
const first = { reviews: 1, notBefore: monday }
const cards = Array.from({ length: 400 }, (_, number) => `card-${number}`)

test('weekdays are counted from Monday', () => {
  expect(weekdayOf(monday)).toBe(0)
  expect(weekdayOf(addDays(monday, 6))).toBe(6)
  expect(weekdayOf('1969-12-28' as LocalDay)).toBe(6)
})

test('the window of an interval is that of ts-fsrs', () => {
  for (let days = 3; days <= 365; days++) {
    const { min_ivl, max_ivl } = get_fuzz_range(days, 0, 365)
    expect(fuzzWindow(days, 365)).toEqual({ least: min_ivl, most: max_ivl })
  }
  expect(fuzzWindow(1, 365)).toEqual({ least: 1, most: 1 })
  expect(fuzzWindow(2, 365)).toEqual({ least: 2, most: 2 })
})

test('a shift asked for is kept within the window of the interval, whatever it says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 365 }), fc.integer({ min: -200, max: 200 }), (days, shift) => {
      const due = placeDue({ day: monday, days, shift }, { cardId: 'a-card', plan: defaultPlan })
      const { least, most } = fuzzWindow(days, 365)
      expect(daysBetween(monday, due)).toBe(Math.min(most, Math.max(least, days + shift)))
    }),
    { numRuns: 1000, seed: 3 },
  )
})

test('cards graded together are spread over their window by their ids, the same each time', () => {
  const days = cards.map((cardId) => chooseShift({ day: monday, days: 30 }, first, placingOf(cardId), quiet))
  expect(days).toEqual(
    cards.map((cardId) => chooseShift({ day: monday, days: 30 }, first, placingOf(cardId), quiet)),
  )
  const { least, most } = fuzzWindow(30, 365)
  const counts = countEach(days)
  expect(counts.size).toBe(most - least + 1)
  const even = cards.length / counts.size
  for (const each of counts.values()) expect(each).toBeGreaterThan(even / 3)
})

test('a review goes to the day of its window with the fewest cards', () => {
  const { least, most } = fuzzWindow(20, 365)
  for (let free = least; free <= most; free++) {
    const load = (day: LocalDay) => (daysBetween(monday, day) === free ? 4 : 5)
    expect(chooseShift({ day: monday, days: 20 }, first, placingOf('a-card'), load)).toBe(free - 20)
  }
})

describe('easy days', () => {
  test('a weekday kept free gets nothing that has another day in its window, though that day were empty', () => {
    const plan = withEasy(6, 'minimum')
    const load = (day: LocalDay) => (weekdayOf(day) === 6 ? 0 : 50)
    for (const cardId of cards.slice(0, 50))
      for (const days of [3, 6, 13, 20, 34]) {
        const placing = { cardId, plan }
        const shift = chooseShift({ day: monday, days }, first, placing, load)
        expect(weekdayOf(placeDue({ day: monday, days, shift }, placing))).not.toBe(6)
      }
  })

  test('a reduced weekday keeps about half of what would fall on it', () => {
    const onSunday = cards.filter((cardId) => {
      const due = placeDue({ day: monday, days: 13, shift: 0 }, { cardId, plan: withEasy(6, 'reduced') })
      return weekdayOf(due) === 6
    })
    expect(onSunday.length).toBeGreaterThan(cards.length * 0.4)
    expect(onSunday.length).toBeLessThan(cards.length * 0.6)
  })

  test('an interval without a window stays where it is', () => {
    const due = placeDue({ day: monday, days: 1, shift: null }, { cardId: 'a', plan: withEasy(1, 'minimum') })
    expect(due).toBe(addDays(monday, 1))
  })
})

describe('a vacation', () => {
  const vacation = { from: addDays(monday, 10), to: addDays(monday, 23) }
  const plan = { ...defaultPlan, vacation }

  test('nothing falls due in it, and what would is spread over the days after it', () => {
    const due = cards.map((cardId) => placeDue({ day: monday, days: 14, shift: null }, { cardId, plan }))
    for (const day of due) expect(day > vacation.to).toBe(true)
    const counts = countEach(due)
    expect(counts.size).toBe(14)
    for (const each of counts.values()) expect(each).toBeLessThan(cards.length / 5)
  })

  test('what falls due before or after it stays', () => {
    for (const days of [1, 9, 24, 200])
      expect(placeDue({ day: monday, days, shift: null }, { cardId: 'a', plan })).toBe(addDays(monday, days))
  })
})

function placingOf(cardId: string) {
  return { cardId, plan: defaultPlan }
}

function countEach<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
