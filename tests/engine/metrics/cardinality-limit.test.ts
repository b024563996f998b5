import { AggregationTemporality, MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Attributes,
  type MetricPoint,
  MetricStream,
  ObservedStream,
  streamsOf,
  type Temporality,
} from '@/lib/engine'

const attributes = fc.dictionary(
  fc.constantFrom('a', 'b', 'c'),
  fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom('0', '1', 'x'), fc.boolean()),
  { maxKeys: 3, noNullPrototype: true },
)
const measurement = fc.record({ value: fc.integer({ min: 0, max: 1000 }), attributes })
const cycles = fc.array(fc.array(measurement, { maxLength: 40 }), { minLength: 1, maxLength: 4 })
const temporality = fc.constantFrom<Temporality>('cumulative', 'delta')
const limit = fc.integer({ min: 1, max: 30 })
const views = fc.constantFrom({}, { attributeKeys: ['a'] }, { excludedAttributeKeys: ['a', 'c'] })

function configOf(kind: 'counter' | 'observable_counter', cardinalityLimit: number, stream: object = {}) {
  return streamsOf({ name: 'm', kind }, [
    { instrumentName: 'm', stream: { cardinalityLimit, ...stream } },
  ])[0]!
}

const numberOf = ({ value }: MetricPoint) => (value.kind === 'sum' ? value.value : Number.NaN)
const total = (points: readonly MetricPoint[]) => points.reduce((sum, point) => sum + numberOf(point), 0)
const isOverflow = (set: Attributes) => 'otel.metric.overflow' in set
const keyOf = (set: Attributes) => JSON.stringify(Object.entries(set).sort(([a], [b]) => (a < b ? -1 : 1)))
const byKey = (points: readonly MetricPoint[]) =>
  Object.fromEntries(points.map((point) => [keyOf(point.attributes), numberOf(point)]))

describe('a cardinality limit', () => {
  test('loses attribution and never a measurement, whatever the limit, the view, the rule and the temporality', () => {
    const rule = fc.constantFrom('specification' as const, 'opentelemetry-js' as const)
    fc.assert(
      fc.property(cycles, limit, views, temporality, rule, (all, cardinalityLimit, view, how, limitRule) => {
        const stream = new MetricStream(configOf('counter', cardinalityLimit, view), {
          temporality: how,
          limitRule,
        })
        let recorded = 0
        let collected = 0
        for (const [cycle, measurements] of all.entries()) {
          for (const one of measurements) stream.record(one.value, one.attributes)
          recorded += measurements.reduce((sum, one) => sum + one.value, 0)
          const points = stream.collect(cycle)
          collected = how === 'delta' ? collected + total(points) : total(points)
        }
        expect(collected).toBe(recorded)
      }),
    )
  })

  test('holds: at most so many sets and one overflow, and no overflow while the sets are not more than the limit', () => {
    fc.assert(
      fc.property(fc.array(measurement, { maxLength: 60 }), limit, (measurements, cardinalityLimit) => {
        const stream = new MetricStream(configOf('counter', cardinalityLimit))
        for (const one of measurements) stream.record(one.value, one.attributes)
        const points = stream.collect(1)
        const distinct = new Set(measurements.map((one) => keyOf(one.attributes))).size
        expect(points.filter((point) => !isOverflow(point.attributes)).length).toBe(
          Math.min(distinct, cardinalityLimit),
        )
        expect(points.some((point) => isOverflow(point.attributes))).toBe(distinct > cardinalityLimit)
      }),
    )
  })

  test('a set seen before the overflow keeps its own series after it', () => {
    const stream = new MetricStream(configOf('counter', 1))
    for (const user of ['first', 'second', 'first']) stream.record(1, { user })
    expect(byKey(stream.collect(1))).toEqual({
      '[["user","first"]]': 2,
      '[["otel.metric.overflow",true]]': 1,
    })
  })

  test('a caller who writes the overflow attribute by hand shares its series', () => {
    const stream = new MetricStream(configOf('counter', 1))
    const sets: Attributes[] = [{ 'otel.metric.overflow': true }, { user: 1 }, { user: 2 }]
    for (const set of sets) stream.record(1, set)
    expect(byKey(stream.collect(1))).toEqual({ '[["user",1]]': 1, '[["otel.metric.overflow",true]]': 2 })
  })

  test('sets that meet by a view are summed before the limit counts them, for observed totals too', () => {
    const stream = new ObservedStream(configOf('observable_counter', 2, { attributeKeys: ['a'] }))
    const observe = (a: string, b: number, value: number) => ({ attributes: { a, b }, value })
    const points = stream.collect([observe('x', 1, 5), observe('x', 2, 7), observe('y', 1, 1)], 1)
    expect(byKey(points)).toEqual({ '[["a","x"]]': 12, '[["a","y"]]': 1 })
  })

  test('of observed sets the first keep their series, and what is not observed again is gone', () => {
    const stream = new ObservedStream(configOf('observable_counter', 1), { temporality: 'delta' })
    const observe = (user: string, value: number) => ({ attributes: { user }, value })
    expect(byKey(stream.collect([observe('a', 5), observe('b', 7), observe('c', 1)], 1))).toEqual({
      '[["user","a"]]': 5,
      '[["otel.metric.overflow",true]]': 8,
    })
    expect(byKey(stream.collect([observe('a', 6), observe('b', 9)], 2))).toEqual({
      '[["user","a"]]': 1,
      '[["otel.metric.overflow",true]]': 1,
    })
    expect(stream.collect([], 3)).toEqual([])
  })
})

/** Reads what the real SDK collects. */
class TestReader extends MetricReader {
  constructor(how: Temporality) {
    const { CUMULATIVE, DELTA } = AggregationTemporality
    super({ aggregationTemporalitySelector: () => (how === 'delta' ? DELTA : CUMULATIVE) })
  }
  async points(): Promise<Record<string, number>> {
    const { resourceMetrics } = await this.collect()
    const points = resourceMetrics.scopeMetrics.flatMap((scope) =>
      scope.metrics.flatMap((one): { attributes: object; value: unknown }[] => one.dataPoints),
    )
    return Object.fromEntries(
      points.map((point) => [keyOf(point.attributes as Attributes), point.value as number]),
    )
  }
  protected override async onShutdown() {}
  protected override async onForceFlush() {}
}

describe('the rule opentelemetry-js', () => {
  const jsViews = (cardinalityLimit: number) => [
    { instrumentName: 'm', aggregationCardinalityLimit: cardinalityLimit },
  ]

  test('collects what the real SDK collects from a counter, cycle by cycle', async () => {
    await fc.assert(
      fc.asyncProperty(cycles, fc.integer({ min: 2, max: 12 }), temporality, async (all, size, how) => {
        const reader = new TestReader(how)
        const provider = new MeterProvider({ readers: [reader], views: jsViews(size) })
        const counter = provider.getMeter('test').createCounter('m')
        const ours = new MetricStream(configOf('counter', size), {
          temporality: how,
          limitRule: 'opentelemetry-js',
        })
        for (const [cycle, measurements] of all.entries()) {
          for (const one of measurements) {
            counter.add(one.value, one.attributes)
            ours.record(one.value, one.attributes)
          }
          expect(byKey(ours.collect(cycle))).toEqual(await reader.points())
        }
      }),
      { numRuns: 60 },
    )
  })

  test('collects what the real SDK collects from an observable counter, its overflow quirk included', async () => {
    await fc.assert(
      fc.asyncProperty(cycles, fc.integer({ min: 2, max: 12 }), temporality, async (all, size, how) => {
        const reader = new TestReader(how)
        const provider = new MeterProvider({ readers: [reader], views: jsViews(size) })
        let cycle = 0
        provider
          .getMeter('test')
          .createObservableUpDownCounter('m')
          .addCallback((result) => {
            for (const one of all[cycle]!) result.observe(one.value, one.attributes)
          })
        const ours = new ObservedStream(configOf('observable_counter', size), {
          temporality: how,
          limitRule: 'opentelemetry-js',
        })
        for (; cycle < all.length; cycle += 1) {
          expect(byKey(ours.collect(all[cycle]!, cycle))).toEqual(await reader.points())
        }
      }),
      { numRuns: 60 },
    )
  })
})
