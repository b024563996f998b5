import fc from 'fast-check'
import { expect, test } from 'vitest'
import { offsetOf } from '@/components/simulators/editor/finding-offset'

test('a finding stands where its line and column say', () => {
  const text = 'a: 1\nbc: 2\n'
  expect(offsetOf(text, { line: 2, column: 1 })).toBe(5)
  expect(offsetOf(text, { line: 2, column: 5 })).toBe(9)
})

test('a place that the text does not have is within the text, on its last line', () => {
  expect(offsetOf('a: 1', { line: 9, column: 1 })).toBe(0)
  expect(offsetOf('a: 1\nb', { line: 1, column: 99 })).toBe(4)
})

test('no place is outside the text', () => {
  const place = fc.record({ line: fc.integer({ min: 1, max: 20 }), column: fc.integer({ min: 1, max: 50 }) })
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n', ' ') }), place, (text, at) => {
      const offset = offsetOf(text, at)
      expect(offset).toBeGreaterThanOrEqual(0)
      expect(offset).toBeLessThanOrEqual(text.length)
    }),
  )
})
