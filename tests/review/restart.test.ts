import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, type LocalDay } from '@/lib/review/day'
import { planRestart, RESTART_DAYS, reviewGain } from '@/lib/review/restart'
import { grade } from '@/lib/review/schedule'
import { simulateWorkload } from '@/lib/review/workload'
import { somePlacing } from './placing'

const start = '2026-01-01' as LocalDay
const { plan } = somePlacing
const graded = (cardId: string, given: (3 | 4)[], gap = 5) => {
  const placing = { cardId, plan }
  let state = grade(null, { grade: given[0]!, at: 0, day: start }, placing)
  for (const [place, each] of given.slice(1).entries())
    state = grade(state, { grade: each, at: 0, day: addDays(start, (place + 1) * gap) }, placing)
  return { cardId, state }
}

test('a gentle restart asks a session’s worth today and leaves no card out', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 5, max: 50 }), (count, perDay) => {
      const cards = Array.from({ length: count }, (_, n) => graded(`card-${n}`, n % 3 === 0 ? [4] : [3]))
      const today = addDays(start, 60)
      const { today: now, later } = planRestart(cards, { today, perDay, plan })
      expect(now.length).toBe(Math.min(count, perDay))
      expect([...now, ...later.map(({ cardId }) => cardId)].toSorted()).toEqual(
        cards.map(({ cardId }) => cardId).toSorted(),
      )
      const counts = new Map<string, number>()
      for (const { until } of later) {
        expect(daysBetween(today, until)).toBeGreaterThanOrEqual(1)
        expect(daysBetween(today, until)).toBeLessThanOrEqual(RESTART_DAYS)
        counts.set(until, (counts.get(until) ?? 0) + 1)
      }
      const most = Math.max(perDay, Math.ceil((count - perDay) / RESTART_DAYS))
      for (const each of counts.values()) expect(each).toBeLessThanOrEqual(most)
    }),
    { numRuns: 60, seed: 4 },
  )
})

test('what gains most by a review today comes first: the well known before the hardly known', () => {
  const known = graded('known-card', [4, 4, 4], 10)
  const hardly = graded('hardly-card', [3])
  const today = addDays(start, 60)
  expect(reviewGain(known, today, plan)).toBeGreaterThan(reviewGain(hardly, today, plan))
  expect(planRestart([hardly, known], { today, perDay: 1, plan }).today).toEqual(['known-card'])
})

test('the order of the deck does not matter to a restart', () => {
  const cards = Array.from({ length: 90 }, (_, n) => graded(`card-${n}`, n % 2 ? [3] : [4]))
  const wish = { today: addDays(start, 30), perDay: 20, plan }
  expect(planRestart(cards.toReversed(), wish)).toEqual(planRestart(cards, wish))
})

test('more recall costs more reviews, and a simulation of the same deck is the same each time', () => {
  const cards = Array.from({ length: 300 }, (_, n) => graded(`card-${n}`, n % 2 ? [3, 3] : [4, 3]))
  const deck = { cards, newCards: 30, newPerDay: 3 }
  const total = (retention: number) =>
    simulateWorkload(deck, { ...plan, retention }, addDays(start, 10), 90).reduce(
      (sum, each) => sum + each,
      0,
    )
  expect(total(0.95)).toBeGreaterThan(total(0.9) * 1.3)
  expect(total(0.8)).toBeLessThan(total(0.9) * 0.8)
  expect(total(0.9)).toBe(total(0.9))
})

test('a big deck is simulated by a sample and counts whole', () => {
  const deckOf = (count: number) => ({
    cards: Array.from({ length: count }, (_, n) => graded(`card-${n}`, [3])),
    newCards: 0,
    newPerDay: 0,
  })
  const firstMonth = (count: number) =>
    simulateWorkload(deckOf(count), plan, start, 30).reduce((sum, each) => sum + each, 0)
  expect(firstMonth(4000) / firstMonth(400)).toBeGreaterThan(9)
  expect(firstMonth(4000) / firstMonth(400)).toBeLessThan(11)
})
