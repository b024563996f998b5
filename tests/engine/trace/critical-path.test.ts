import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { criticalPath, type PathSpan } from '@/lib/engine/trace/critical-path'

/** Any tree of spans, children within their parents or sticking out of them. */
const anyTrace: fc.Arbitrary<PathSpan[]> = fc
  .array(fc.record({ parent: fc.nat(), start: fc.integer({ min: -20, max: 120 }), length: fc.nat(120) }), {
    maxLength: 14,
  })
  .map((drawn) => [
    { id: '0', parent: null, start: 0, end: 100 },
    ...drawn.map(({ parent, start, length }, place) => ({
      id: `${place + 1}`,
      parent: `${parent % (place + 1)}`,
      start,
      end: start + length,
    })),
  ])

describe('the critical path', () => {
  test('has no gap and no overlap, and is as long as the root', () => {
    fc.assert(
      fc.property(anyTrace, (spans) => {
        let now = 0
        for (const { start, end } of criticalPath(spans)) {
          expect(start).toBe(now)
          expect(end).toBeGreaterThan(start)
          now = end
        }
        expect(now).toBe(100)
      }),
      { numRuns: 2000 },
    )
  })

  test('gives a span no more time than it took', () => {
    fc.assert(
      fc.property(anyTrace, (spans) => {
        for (const { span, start, end } of criticalPath(spans)) {
          const whole = spans.find(({ id }) => id === span)!
          expect(start).toBeGreaterThanOrEqual(whole.start)
          expect(end).toBeLessThanOrEqual(whole.end)
        }
      }),
    )
  })

  test('does not depend on the order in which spans arrive', () => {
    fc.assert(
      fc.property(
        anyTrace.chain((spans) =>
          fc.tuple(fc.constant(spans), fc.shuffledSubarray(spans, { minLength: spans.length })),
        ),
        ([spans, shuffled]) => {
          const ends = spans.map(({ end }) => end)
          fc.pre(new Set(ends).size === ends.length)
          expect(criticalPath(shuffled)).toEqual(criticalPath(spans))
        },
      ),
    )
  })

  test('goes through the slower of two that run side by side, and not through the other', () => {
    const root = { id: 'root', parent: null, start: 0, end: 100 }
    const slow = { id: 'slow', parent: 'root', start: 10, end: 90 }
    const beside = { id: 'beside', parent: 'root', start: 10, end: 60 }
    expect(criticalPath([root, slow, beside])).toEqual([
      { span: 'root', start: 0, end: 10 },
      { span: 'slow', start: 10, end: 90 },
      { span: 'root', start: 90, end: 100 },
    ])
  })

  test('leaves out a message that is handled after the answer', () => {
    const root = { id: 'root', parent: null, start: 0, end: 100 }
    const later = { id: 'later', parent: 'root', start: 80, end: 900 }
    expect(criticalPath([root, later])).toEqual([{ span: 'root', start: 0, end: 100 }])
  })

  test('is empty for a trace whose root is missing', () => {
    expect(criticalPath([{ id: 'a', parent: 'gone', start: 0, end: 1 }])).toEqual([])
  })
})
