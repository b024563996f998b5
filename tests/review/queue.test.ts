import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isLeechLapse } from '@/lib/review/leech'
import { dailyRoom, SIBLING_GAP, spreadSiblings } from '@/lib/review/queue'

test('a day has room for what its limits leave, and never for less than nothing', () => {
  const limits = { newPerDay: 10, reviewsPerDay: 100 }
  expect(dailyRoom({ ...limits, newToday: 3, reviewedToday: 40 })).toEqual({ fresh: 7, reviews: 60 })
  expect(dailyRoom({ ...limits, newToday: 12, reviewedToday: 140 })).toEqual({ fresh: 0, reviews: 0 })
})

test('siblings stand apart where others can stand between them, and nothing is lost', () => {
  expect(spreadSiblings(['a1', 'a2', 'b1', 'c1', 'd1'], (id) => id[0]!)).toEqual([
    'a1',
    'b1',
    'c1',
    'a2',
    'd1',
  ])
  expect(spreadSiblings(['a1', 'a2'], (id) => id[0]!)).toEqual(['a1', 'a2'])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }), (families) => {
      const items = families.map((family, place) => ({ family: `${family}`, place }))
      const spread = spreadSiblings(items, ({ family }) => family)
      expect(spread.toSorted((a, b) => a.place - b.place)).toEqual(items)
      // Two siblings come close only once all that are left are siblings of the last few.
      for (const [place, item] of spread.entries()) {
        const recent = spread.slice(Math.max(0, place - SIBLING_GAP + 1), place).map(({ family }) => family)
        if (!recent.includes(item.family)) continue
        for (const later of spread.slice(place)) expect(recent).toContain(later.family)
      }
    }),
    { numRuns: 500, seed: 2 },
  )
})

test('items without siblings keep their order', () => {
  expect(spreadSiblings([3, 1, 2], () => null)).toEqual([3, 1, 2])
})

test('a card keeps slipping at its eighth lapse, and at every fourth after it', () => {
  const met = Array.from({ length: 21 }, (_, lapses) => lapses).filter(isLeechLapse)
  expect(met).toEqual([8, 12, 16, 20])
})
