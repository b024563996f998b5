import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { shuffledPlaces } from '@/lib/review/shuffle'

test('items are asked in an order that is complete, never solved already, and the same for the same seed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), fc.string(), (count, seed) => {
      const places = shuffledPlaces(count, seed)
      expect(places.toSorted()).toEqual(Array.from({ length: count }, (_, i) => i))
      expect(places).not.toEqual(places.toSorted())
      expect(shuffledPlaces(count, seed)).toEqual(places)
    }),
  )
})

test('different seeds give all the orders of three items but the solved one', () => {
  const seen = new Set(Array.from({ length: 200 }, (_, i) => shuffledPlaces(3, `card-${i}`).join()))
  expect(seen.size).toBe(5)
})
