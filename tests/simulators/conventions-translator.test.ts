import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conventionsTranslator } from '@/lib/simulators/conventions-translator'
import {
  type ConventionsParams,
  conventionsParams,
  emissions,
  queries,
  rollouts,
} from '@/lib/simulators/conventions-translator/params'
import { explainConventions, watchConventions } from '@/lib/simulators/conventions-translator/sentence'
import type { ConventionsView } from '@/lib/simulators/conventions-translator/view'

const plain = conventionsTranslator.presets[0].params
function finish(changes: Partial<ConventionsParams> = {}): ConventionsView {
  const run = conventionsTranslator.start({ ...plain, ...changes })
  run.advance(conventionsTranslator.lastsMs)
  return run.view()
}
const all = (emission: (typeof emissions)[number]) => ({
  web: emission,
  checkout: emission,
  payment: emission,
})

const anyParams: fc.Arbitrary<ConventionsParams> = fc.record({
  seed: fc.integer({ min: 0, max: 9999 }),
  web: fc.constantFrom(...emissions),
  checkout: fc.constantFrom(...emissions),
  payment: fc.constantFrom(...emissions),
  rollout: fc.constantFrom(...rollouts),
  query: fc.constantFrom(...queries),
  names: fc.string({ maxLength: 200 }),
})

describe('a preset', () => {
  test.each(conventionsTranslator.presets)(
    '$id keeps to the schema and has exactly one true prediction',
    (preset) => {
      expect(conventionsParams.safeParse(preset.params)).toEqual({ success: true, data: preset.params })
      for (const seed of [7, 1, 2, 3]) {
        const view = finish({ ...preset.params, seed })
        expect(preset.prediction.options.filter((option) => option.holds(view))).toHaveLength(1)
      }
    },
  )
})

test('every request is counted once, twice or not at all, and the bars add up to it', () => {
  fc.assert(
    fc.property(anyParams, (params) => {
      const view = finish(params)
      expect(view.right + view.missed + view.twice).toBe(view.requests)
      const counted = view.bars.reduce((sum, bar) => sum + bar.counted, 0)
      expect(counted).toBe(view.right + 2 * view.twice)
      expect(view.services.reduce((sum, service) => sum + service.counted, 0)).toBe(counted)
      expect(explainConventions(view, params)).not.toMatch(/undefined|NaN|null/)
      expect(watchConventions(params)).toContain('query')
    }),
    { numRuns: 200 },
  )
})

test('a query for either name of an attribute is right whatever the services write', () => {
  fc.assert(
    fc.property(anyParams, (params) => {
      const { right, requests } = finish({ ...params, query: 'span-either' })
      expect(right).toBe(requests)
    }),
  )
})

test('the old metric is in milliseconds and the new in seconds, of the same requests', () => {
  const old = finish({ ...all('both'), query: 'metric-old' }).mean!
  const now = finish({ ...all('both'), query: 'metric-new' }).mean!
  expect(old.answered!).toBeCloseTo(now.answered! * 1000, 6)
  expect(now.answered!).toBeCloseTo(now.trueSeconds, 9)
  const mixed = finish({ ...all('both'), query: 'metric-sum' }).mean!
  expect(mixed.answered!).toBeCloseTo((old.answered! + now.answered!) / 2, 6)
})

test('a query of metrics that nobody writes has no mean', () => {
  expect(finish({ ...all('new'), query: 'metric-old' }).mean!.answered).toBeNull()
})

test('the same parameters give the same run, in one advance or in many', () => {
  fc.assert(
    fc.property(anyParams, (params) => {
      const run = conventionsTranslator.start(params)
      for (let step = 0; step < 12; step += 1) run.advance(1000)
      expect(run.view()).toEqual(finish(params))
    }),
    { numRuns: 50 },
  )
})
