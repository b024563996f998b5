import fc from 'fast-check'
import { expect, test } from 'vitest'
import { axisTicks } from '@/components/charts/scale'

test('an axis goes from 0 to at least the greatest value in equal whole steps, few of them', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (most) => {
      const ticks = axisTicks(most)
      const step = ticks[1]!
      expect(Number.isInteger(step)).toBe(true)
      expect(ticks).toEqual(ticks.map((_, place) => place * step))
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most)
      expect(ticks.length).toBeLessThanOrEqual(5)
    }),
  )
  expect(axisTicks(11)).toEqual([0, 5, 10, 15])
  expect(axisTicks(0)).toEqual([0, 1])
})
