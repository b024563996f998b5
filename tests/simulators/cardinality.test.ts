import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardinality, cardinalityParams } from '@/lib/simulators/cardinality'
import { costAssumptions, costOf } from '@/lib/simulators/cardinality-cost'

const userIn = (place: 'metric' | 'view' | 'span') =>
  cardinalityParams.parse({
    attributes: [
      { key: 'http.response.status_code', values: 6, place: 'metric' },
      { key: 'http.route', values: 20, place: 'metric' },
      { key: 'user.id', values: 1_000_000, place },
    ],
  })

function runFor(params: ReturnType<typeof userIn>, ms: number) {
  const run = cardinality.start(params)
  run.advance(ms)
  return run.view()
}

describe('a user id among the attributes of a metric', () => {
  const view = runFor(userIn('metric'), 20_000)

  test('makes a series of nearly every request until the limit, then none', () => {
    expect(view.series).toBe(2000)
    expect(view.requests).toBe(10_000)
    expect(view.possibleSets).toBe(120_000_000)
    expect(view.births.at(-1)!.request).toBeLessThan(2200)
  })

  test('keeps the total right and loses whose it was: a query misses failures', () => {
    expect(view.reported).toBe(view.requests)
    expect(view.inOverflow).toBeGreaterThan(7900)
    expect(view.failuresFound!).toBeLessThan(view.failures / 2)
    expect(view.rows[0]).toMatchObject({ isOverflow: true, count: view.inOverflow })
    expect(view.sentence).toContain('The limit of 2,000 was reached')
    expect(view.sentence).toContain(`finds ${view.failuresFound} of ${view.failures} failures`)
  })

  test.each(['view', 'span'] as const)(
    'costs nothing once it is moved away by %s, and every failure is found',
    (place) => {
      const moved = runFor(userIn(place), 20_000)
      expect(moved.series).toBeLessThanOrEqual(120)
      expect(moved.inOverflow).toBe(0)
      expect(moved.failuresFound).toBe(moved.failures)
      expect(moved.possibleSets).toBe(120)
      expect(moved.sentence).toContain('The total is exact: 10,000.')
      expect(view.cost.active / moved.cost.active).toBeGreaterThan(15)
    },
  )
})

test('the lesson’s numbers: 600 sets are 10,200 series a histogram, and a million users 600 million sets', () => {
  const params = cardinalityParams.parse({})
  expect(runFor(params, 0).possibleSets).toBe(600)
  expect(costOf(600, 1, 'histogram', params.cost).active).toBe(10_200)
  expect(costOf(600, 10, 'exponential', params.cost).active).toBe(6000)
  const worst = {
    ...params,
    attributes: params.attributes.map((one) => ({ ...one, place: 'metric' as const })),
  }
  expect(runFor(worst, 0).possibleSets).toBe(600_000_000)
})

test('cost follows from its assumptions: memory and money in proportion to the series in the window', () => {
  const calm = costAssumptions.parse({ bytesPerSeries: 1000, pricePerThousand: 10 })
  const busy = { ...calm, replaceEveryHours: 1, windowHours: 24 }
  expect(costOf(100, 5, 'counter', calm)).toEqual({
    perSet: 1,
    active: 500,
    inWindow: 500,
    memoryBytes: 500_000,
    moneyPerMonth: 5,
  })
  expect(costOf(100, 5, 'counter', busy)).toMatchObject({ active: 500, inWindow: 12_000, moneyPerMonth: 120 })
})

test('the same seed gives the same run, however it is cut into steps', () => {
  const arbitrary = fc.record({
    seed: fc.nat(1000),
    limit: fc.integer({ min: 1, max: 300 }),
    exemplars: fc.boolean(),
    limitRule: fc.constantFrom('specification', 'opentelemetry-js'),
    instrument: fc.constantFrom('counter', 'histogram', 'exponential'),
  })
  fc.assert(
    fc.property(
      arbitrary,
      fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 6 }),
      (input, steps) => {
        const params = cardinalityParams.parse(input)
        const cut = cardinality.start(params)
        for (const ms of steps) {
          cut.advance(ms)
          expect(cut.view()).toEqual(cut.view())
        }
        const whole = cardinality.start(params)
        whole.advance(steps.reduce((sum, ms) => sum + ms, 0))
        expect(cut.view()).toEqual(whole.view())
        expect(cut.view().reported).toBe(cut.view().requests)
      },
    ),
    { numRuns: 25 },
  )
})

test('exemplars lead to a trace only where tail sampling kept it', () => {
  const params = cardinalityParams.parse({ exemplars: true, tracesKept: 0.3 })
  const { exemplars } = runFor(params, 10_000)
  const share = exemplars.linked / (exemplars.linked + exemplars.dangling)
  expect(exemplars.linked + exemplars.dangling).toBeGreaterThan(500)
  expect(share).toBeGreaterThan(0.25)
  expect(share).toBeLessThan(0.35)
})

test('a metric without the status code cannot be asked for failures', () => {
  const params = cardinalityParams.parse({ attributes: [{ key: 'http.route', values: 20, place: 'metric' }] })
  const view = runFor(params, 1000)
  expect(view.failuresFound).toBeNull()
  expect(view.sentence).toContain('no query can ask it for failures')
})
