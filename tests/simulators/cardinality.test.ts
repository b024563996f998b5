import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardinality } from '@/lib/simulators/cardinality'
import type { AttributePlace, CardinalityParams } from '@/lib/simulators/cardinality/params'
import { findPreset, placeOf } from '@/lib/simulators/place'
import { readUrlState, writeUrlState } from '@/lib/simulators/url-state'

const paramsOf = (id: string, changed: Partial<CardinalityParams> = {}) => ({
  ...findPreset(cardinality, id).params,
  ...changed,
})

function runFor(params: CardinalityParams, ms = cardinality.lastsMs) {
  const run = cardinality.start(params)
  run.advance(ms)
  return run.view()
}

describe('a user id among the attributes of a metric', () => {
  const view = runFor(paramsOf('user-id'))

  test('makes a series of nearly every request until the limit, then none', () => {
    expect(view).toMatchObject({ series: 2000, requests: 5000, possibleSets: 600_000_000 })
    expect(view.overflowedAt!).toBeLessThan(2100)
    expect(view.seenSets).toBeGreaterThan(4900)
  })

  test('keeps the total right and loses whose it was: a query misses failures', () => {
    expect(view.reported).toBe(5000)
    expect(view.inOverflow).toBeGreaterThan(2900)
    expect(view.failuresFound!).toBeLessThan(view.failures / 2)
    expect(view.sentence).toContain('The limit of 2,000 was reached')
    expect(view.sentence).toContain(`finds ${view.failuresFound} of ${view.failures} failures`)
  })

  test('says in the same words all the while that it has overflowed, and with which request that began', () => {
    const earlier = runFor(paramsOf('user-id'), 6000)
    expect(earlier.phase).toBe(view.phase)
    expect(view.phase).toContain(view.overflowedAt!.toLocaleString('en-GB'))
    expect(runFor(paramsOf('user-id'), 1000).phase).toContain('for the first time')
  })

  test('marks as failed exactly those series that a query for status 500 finds', () => {
    const { failedSeries, failuresFound } = view
    expect(new Set(failedSeries).size).toBe(failedSeries.length)
    expect(Math.max(...failedSeries)).toBeLessThan(view.series)
    // With a million users hardly any set is met twice.
    expect(failuresFound! - failedSeries.length).toBeLessThan(3)
    expect(failuresFound).toBeGreaterThanOrEqual(failedSeries.length)
  })

  test.each<AttributePlace>(['view', 'span'])(
    'costs nothing once it is moved away by %s, and every failure is found',
    (userPlace) => {
      const moved = runFor(paramsOf('user-id', { userPlace }))
      expect(moved).toMatchObject({ inOverflow: 0, overflowedAt: null, possibleSets: 600, reported: 5000 })
      expect(moved.series).toBe(moved.seenSets)
      expect(moved.series).toBeLessThan(600)
      expect(moved.failuresFound).toBe(moved.failures)
      expect(moved.failures).toBe(view.failures)
      expect(moved.sentence).toContain('The total is exact: 5,000.')
    },
  )
})

test('opentelemetry-js keeps one series fewer, for it counts the overflow in', () => {
  expect(runFor(paramsOf('user-id', { limitRule: 'opentelemetry-js' })).series).toBe(1999)
})

test('every staged question has exactly one answer that the finished run bears out', () => {
  for (const { id, params, prediction } of cardinality.presets) {
    const view = runFor(params)
    expect([id, prediction.options.filter(({ holds }) => holds(view)).length]).toEqual([id, 1])
  }
})

test('a preset opens with parameters that its own schema accepts, and survives the address', () => {
  for (const { id, params } of cardinality.presets) {
    const place = placeOf(cardinality, { preset: id, given: { ...params } })
    expect(place).toMatchObject({ params, notes: [] })
    const changed = { ...place, params: { ...params, userValues: 12, exemplars: !params.exemplars } }
    expect(readUrlState(cardinality, writeUrlState(cardinality, changed))).toEqual(changed)
  }
})

test('the same seed gives the same run, however it is cut into steps', () => {
  const arbitrary = fc.record({
    seed: fc.nat(1000),
    limit: fc.integer({ min: 100, max: 600 }),
    exemplars: fc.boolean(),
    userPlace: fc.constantFrom<AttributePlace>('metric', 'view', 'span'),
    limitRule: fc.constantFrom<CardinalityParams['limitRule']>('specification', 'opentelemetry-js'),
    instrument: fc.constantFrom<CardinalityParams['instrument']>('counter', 'histogram', 'exponential'),
  })
  fc.assert(
    fc.property(
      arbitrary,
      fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 6 }),
      (changed, steps) => {
        const params = paramsOf('user-id', changed)
        const cut = cardinality.start(params)
        for (const ms of steps) {
          cut.advance(ms)
          expect(cut.view()).toEqual(cut.view())
        }
        const whole = runFor(
          params,
          steps.reduce((sum, ms) => sum + ms, 0),
        )
        expect(cut.view()).toEqual(whole)
        expect(whole.reported).toBe(whole.requests)
        expect(whole.statuses.reduce((sum, { requests }) => sum + requests, 0)).toBe(whole.requests)
        const found = whole.statuses.reduce((sum, status) => sum + status.found!, 0)
        expect(found + whole.inOverflow).toBe(whole.requests)
      },
    ),
    { numRuns: 20 },
  )
})

test('exemplars lead to a trace only where tail sampling kept it', () => {
  const { exemplars, sentence } = runFor(paramsOf('exemplars', { tracesKept: 0.3 }))
  const { linked, dangling } = exemplars!
  expect(linked + dangling).toBeGreaterThan(500)
  expect(linked / (linked + dangling)).toBeGreaterThan(0.25)
  expect(linked / (linked + dangling)).toBeLessThan(0.35)
  expect(sentence).toContain(`${linked.toLocaleString('en-GB')} lead to a trace`)
})

test('a metric without the status code cannot be asked for failures', () => {
  const view = runFor(paramsOf('span', { statusPlace: 'span' }))
  expect(view.failuresFound).toBeNull()
  expect(view.failedSeries).toEqual([])
  expect(view.sentence).toContain('no query can ask it for failures')
})

test('the sentence says what the store holds: sets, times series, times instances, times generations', () => {
  const calm = runFor(paramsOf('histogram'))
  expect(calm.cost.inWindow).toBe(calm.series * 17 * 12)
  expect(calm.sentence).toContain(
    `holds ${calm.cost.inWindow.toLocaleString('en-GB')} series: 17 for each set`,
  )
  const busy = runFor(paramsOf('churn'))
  expect(busy.cost.inWindow).toBe(busy.series * 12 * 6)
  expect(busy.sentence).toContain('series, 6 times the')
})
