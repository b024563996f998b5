import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { counterIncrease } from '@/lib/engine'
import { resourceSlicer } from '@/lib/simulators/resource-slicer'
import { createFleet, passes } from '@/lib/simulators/resource-slicer/fleet'
import {
  faults,
  identities,
  type SliceParams,
  sliceKeys,
  sliceParams,
  stores,
} from '@/lib/simulators/resource-slicer/params'
import { queryText } from '@/lib/simulators/resource-slicer/query-text'
import { explainSlices, isConcentrated, watchSlices } from '@/lib/simulators/resource-slicer/sentence'
import type { SliceView } from '@/lib/simulators/resource-slicer/view'

const plain = resourceSlicer.presets[0].params
function finish(changes: Partial<SliceParams> = {}): SliceView {
  const run = resourceSlicer.start({ ...plain, ...changes })
  run.advance(resourceSlicer.lastsMs)
  return run.view()
}
const slices = ({ answer }: SliceView) => (answer.ok ? answer.slices : [])

const anyParams: fc.Arbitrary<SliceParams> = fc.record({
  seed: fc.integer({ min: 0, max: 9999 }),
  fault: fc.constantFrom(...faults),
  groupBy: fc.constantFrom(...sliceKeys),
  thenBy: fc.constantFrom(...sliceKeys, 'none' as const),
  only: fc.oneof(fc.constantFrom('', 'service.name=payment', '=', 'no=such'), fc.string({ maxLength: 80 })),
  identity: fc.constantFrom(...identities),
  store: fc.constantFrom(...stores),
})

describe('a preset', () => {
  test.each(resourceSlicer.presets)(
    '$id keeps to the schema and has exactly one true prediction',
    (preset) => {
      expect(sliceParams.safeParse(preset.params)).toEqual({ success: true, data: preset.params })
      for (const seed of [7, 1, 2, 3]) {
        const view = finish({ ...preset.params, seed })
        expect(preset.prediction.options.filter((option) => option.holds(view))).toHaveLength(1)
      }
    },
  )
})

test('the groups of an answer add up to what was asked, whatever they are grouped by', () => {
  fc.assert(
    fc.property(anyParams, (params) => {
      const view = finish(params)
      const sum = (of: 'requests' | 'errors') => slices(view).reduce((total, slice) => total + slice[of], 0)
      if (view.answer.ok) expect([sum('requests'), sum('errors')]).toEqual([view.requests, view.errors])
      expect(explainSlices(view, params)).not.toMatch(/undefined|NaN/)
      expect(watchSlices(params)).toContain(params.groupBy)
      expect(queryText(params)).not.toMatch(/undefined/)
    }),
    { numRuns: 200 },
  )
})

test('each fault shows in its own attribute and hides in another', () => {
  const found = (changes: Partial<SliceParams>) => isConcentrated(slices(finish(changes)))
  expect(found({ fault: 'node', groupBy: 'k8s.node.name' })).toBe(true)
  expect(found({ fault: 'node', groupBy: 'service.name' })).toBe(false)
  expect(found({ fault: 'region', groupBy: 'cloud.region' })).toBe(true)
  expect(found({ fault: 'region', groupBy: 'service.name' })).toBe(false)
  expect(found({ fault: 'version', groupBy: 'service.name', thenBy: 'service.version' })).toBe(true)
  expect(found({ fault: 'none', groupBy: 'service.instance.id' })).toBe(false)
})

test('a filter leaves one value of its attribute and all of the others', () => {
  const view = finish({ only: 'cloud.region=eu-west-1', groupBy: 'cloud.region' })
  expect(slices(view).map(({ values }) => values)).toEqual([['eu-west-1']])
  expect(createFleet('unique').filter((instance) => passes(instance, 'service.name=web'))).toHaveLength(4)
})

test('without a name two services are one, and an instance of the third is still itself', () => {
  const names = slices(finish({ identity: 'unknown', groupBy: 'service.name' })).map(
    ({ values }) => values[0],
  )
  expect(names).toEqual(['unknown_service:node', 'web'])
})

test('in Prometheus only job and instance are labels, unless the others are joined or promoted', () => {
  const groups = (store: SliceParams['store'], groupBy: SliceParams['groupBy']) =>
    slices(finish({ store, groupBy })).length
  expect(groups('prometheus', 'cloud.region')).toBe(1)
  expect(groups('prometheus', 'service.name')).toBe(3)
  expect(groups('join', 'cloud.region')).toBe(2)
  expect(groups('promoted', 'cloud.region')).toBe(2)
})

test('a join fails where one identity is claimed twice, and only where it is needed', () => {
  const shared = { identity: 'shared', store: 'join' } as const
  expect(finish({ ...shared, groupBy: 'k8s.node.name' }).answer.ok).toBe(false)
  expect(finish({ ...shared, groupBy: 'service.name' }).answer.ok).toBe(true)
  expect(finish({ ...shared, groupBy: 'k8s.node.name', only: 'service.name=web' }).answer.ok).toBe(true)
})

test('a counter that only rises grew by its last value less its first', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 }), (steps) => {
      let value = 0
      const values = steps.map((step) => {
        value += step
        return value
      })
      expect(counterIncrease(values)).toBe(values.at(-1)! - values[0]!)
    }),
  )
  expect(counterIncrease([10, 15, 3, 5])).toBe(10)
  expect(counterIncrease([])).toBe(0)
})

test('two counters under one identity grow far more than both together', () => {
  const { mixed } = finish({ identity: 'shared', fault: 'none' })
  expect(mixed!.increase).toBe(counterIncrease(mixed!.samples.map(({ value }) => value)))
  expect(mixed!.increase).toBeGreaterThan(50 * mixed!.trueIncrease)
  expect(finish({ identity: 'unique' }).mixed).toBeNull()
})

test('the same parameters give the same run, in one advance or in many', () => {
  fc.assert(
    fc.property(anyParams, (params) => {
      const run = resourceSlicer.start(params)
      for (let step = 0; step < 10; step += 1) run.advance(1000)
      expect(run.view()).toEqual(finish(params))
    }),
    { numRuns: 50 },
  )
})
