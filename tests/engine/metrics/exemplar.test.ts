import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  AlignedHistogramBucketReservoir,
  countExemplarLinks,
  createRandom,
  type Exemplar,
  MetricStream,
  SimpleFixedSizeReservoir,
  streamsOf,
  toOpenMetricsLabels,
} from '@/lib/engine'

const exemplar = (value: number): Exemplar => ({ value, timeMs: value, filteredAttributes: {} })
const context = (trace: number, sampled = true) => ({
  traceId: trace.toString(16).padStart(32, '0'),
  spanId: '1'.padStart(16, '0'),
  sampled,
})

describe('a reservoir of fixed size', () => {
  test('gives every measurement the same chance, late as well as early', () => {
    const random = createRandom(5)
    const kept = new Array<number>(20).fill(0)
    const rounds = 20_000
    for (let round = 0; round < rounds; round += 1) {
      const reservoir = new SimpleFixedSizeReservoir(4, random)
      for (let value = 0; value < 20; value += 1) reservoir.offer(exemplar(value))
      for (const { value } of reservoir.collect()) kept[value] = kept[value]! + 1
    }
    // Each is kept with chance 1/5; five standard deviations of that are 283.
    for (const times of kept) expect(Math.abs(times - rounds / 5)).toBeLessThan(283)
  })

  test('never keeps more than its size, and starts anew at every collection', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(30), (size, offered) => {
        const reservoir = new SimpleFixedSizeReservoir(size, createRandom(1))
        for (let value = 0; value < offered; value += 1) reservoir.offer(exemplar(value))
        expect(reservoir.collect().length).toBe(Math.min(size, offered))
        expect(reservoir.collect()).toEqual([])
        reservoir.offer(exemplar(99))
        expect(reservoir.collect()).toEqual([exemplar(99)])
      }),
    )
  })
})

describe('a reservoir aligned with buckets', () => {
  test('keeps one of each bucket, any of them by the uniform rule and the newest by the other', () => {
    const newest = new AlignedHistogramBucketReservoir([1, 2], createRandom(1), 'last')
    for (const value of [0.5, 1, 1.5, 9, 8]) newest.offer(exemplar(value))
    expect(newest.collect().map(({ value }) => value)).toEqual([1, 1.5, 8])
    const seen = new Set<number>()
    for (let round = 0; round < 100; round += 1) {
      const uniform = new AlignedHistogramBucketReservoir([], createRandom(round))
      for (const value of [1, 2, 3]) uniform.offer(exemplar(value))
      seen.add(uniform.collect()[0]!.value)
    }
    expect([...seen].sort()).toEqual([1, 2, 3])
  })
})

describe('the exemplars of a stream', () => {
  const stream = (filter: 'trace_based' | 'always_on', keys: string[]) =>
    new MetricStream(
      streamsOf({ name: 'd', kind: 'histogram' }, [
        { instrumentName: 'd', stream: { attributeKeys: keys } },
      ])[0]!,
      { exemplars: { filter, random: createRandom(3) } },
    )

  test('tell of the attributes that a view took from the series', () => {
    const metric = stream('trace_based', ['route'])
    metric.record(7, { route: '/', 'user.id': 'u1' }, context(5), 42)
    const [point] = metric.collect(100)
    expect(point!.attributes).toEqual({ route: '/' })
    expect(point!.exemplars).toEqual([
      {
        value: 7,
        timeMs: 42,
        filteredAttributes: { 'user.id': 'u1' },
        traceId: context(5).traceId,
        spanId: context(5).spanId,
      },
    ])
  })

  test('do not change what is counted', () => {
    const plain = new MetricStream(streamsOf({ name: 'd', kind: 'histogram' }, [])[0]!)
    const sampled = stream('always_on', [])
    for (let value = 0; value < 500; value += 1) {
      plain.record(value, {})
      sampled.record(value, {}, context(value))
    }
    expect(sampled.collect(1)[0]!.value).toEqual(plain.collect(1)[0]!.value)
  })

  test('come only from what the head sampled, and dangle where the tail drops the trace later', () => {
    const metric = stream('trace_based', [])
    for (let trace = 0; trace < 1000; trace += 1)
      metric.record(trace * 10, {}, context(trace, trace % 100 === 0))
    const { exemplars } = metric.collect(1)[0]!
    expect(exemplars.length).toBeGreaterThan(3)
    for (const { traceId } of exemplars) expect(Number.parseInt(traceId!, 16) % 100).toBe(0)
    const tailKeeps = (traceId: string) => Number.parseInt(traceId, 16) >= 500
    const links = countExemplarLinks(exemplars, tailKeeps)
    expect(links.linked + links.dangling).toBe(exemplars.length)
    expect(links.dangling).toBe(exemplars.filter(({ traceId }) => !tailKeeps(traceId!)).length)
    expect(links.dangling).toBeGreaterThan(0)
    expect(countExemplarLinks([exemplar(1)], tailKeeps)['no-trace']).toBe(1)
  })

  test('in OpenMetrics keep their ids and lose what does not fit beside them', () => {
    const labels = toOpenMetricsLabels({
      ...exemplar(1),
      ...context(1),
      filteredAttributes: { 'user.agent': 'x'.repeat(60), 'user.id': 5678 },
    })
    expect(Object.keys(labels)).toEqual(['trace_id', 'span_id', 'user_id'])
    expect(labels.user_id).toBe('5678')
  })
})
