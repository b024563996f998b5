import { AggregationType, MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ExponentialHistogram, exponentialIndex, exponentialUpperBound, maxScale } from '@/lib/engine'

const positive = fc.double({ min: 1e-300, max: 1e300, noNaN: true, noDefaultInfinity: true })
const scale = fc.integer({ min: -10, max: 20 })
const values = fc.array(
  fc.oneof(
    fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -8, max: 8 }),
    fc.integer({ min: -30, max: 30 }).map((power) => 2 ** power),
  ),
  { minLength: 1, maxLength: 60 },
)

function fill(all: readonly number[], maxSize?: number): ExponentialHistogram {
  const histogram = new ExponentialHistogram(maxSize)
  for (const value of all) histogram.record(value)
  return histogram
}

function shape(histogram: ExponentialHistogram) {
  const { count, zeroCount, min, max, scale: at, positive: up, negative: down } = histogram
  return { count, zeroCount, min, max, scale: at, up, down }
}

test('a bucket holds what is above its lower bound and not above its upper one, but for rounding', () => {
  fc.assert(
    fc.property(positive, scale, (value, at) => {
      const index = exponentialIndex(value, at)
      expect(exponentialUpperBound(index, at)).toBeGreaterThanOrEqual(value * (1 - 1e-9))
      expect(exponentialUpperBound(index - 1, at)).toBeLessThanOrEqual(value * (1 + 1e-9))
    }),
  )
})

test('a power of two is the last of its bucket at every scale', () => {
  for (let power = -1022; power <= 1023; power += 1) {
    for (let at = 0; at <= maxScale; at += 1)
      expect(exponentialIndex(2 ** power, at)).toBe(power * 2 ** at - 1)
  }
})

test('a value lands where downscaling would have put it', () => {
  fc.assert(
    fc.property(positive, fc.integer({ min: -9, max: 20 }), (value, at) => {
      expect(exponentialIndex(value, at - 1)).toBe(exponentialIndex(value, at) >> 1)
    }),
  )
})

test('the numbers right above and below a power of two are in different buckets', () => {
  for (const power of [-1000, -10, -1, 0, 1, 10, 1000]) {
    const edge = 2 ** power
    expect(exponentialIndex(edge * (1 + 2 ** -52), 20)).toBe(power * 2 ** 20)
    expect(exponentialIndex(edge * (1 - 2 ** -53), 20)).toBe(power * 2 ** 20 - 1)
  }
})

test('no side of zero ever has more buckets than allowed, and every measurement is in one', () => {
  fc.assert(
    fc.property(values, fc.integer({ min: 2, max: 20 }), (all, maxSize) => {
      const { positive: up, negative: down, zeroCount, count } = fill(all, maxSize)
      expect(Math.max(up.counts.length, down.counts.length)).toBeLessThanOrEqual(maxSize)
      const counted = [...up.counts, ...down.counts].reduce((sum, one) => sum + one, zeroCount)
      expect(counted).toBe(all.length)
      expect(count).toBe(all.length)
    }),
  )
})

test('the scale is the finest at which all fits: one finer would need too many buckets', () => {
  fc.assert(
    fc.property(values, fc.integer({ min: 2, max: 20 }), (all, maxSize) => {
      const { scale: at } = fill(all, maxSize)
      fc.pre(all.some((value) => value !== 0) && at < maxScale)
      const width = (side: number[]) => {
        const indexes = side.map((value) => exponentialIndex(Math.abs(value), at + 1))
        return Math.max(...indexes) - Math.min(...indexes) + 1
      }
      const up = width(all.filter((value) => value > 0))
      const down = width(all.filter((value) => value < 0))
      expect(Math.max(up, down)).toBeGreaterThan(maxSize)
    }),
  )
})

test('two histograms merged are the histogram of both', () => {
  fc.assert(
    fc.property(values, values, fc.integer({ min: 2, max: 20 }), (one, other, maxSize) => {
      const merged = fill(one, maxSize)
      merged.merge(fill(other, maxSize))
      expect(shape(merged)).toEqual(shape(fill([...one, ...other], maxSize)))
    }),
  )
})

test('what belongs to no bucket is left out', () => {
  const histogram = fill([Number.NaN, Number.POSITIVE_INFINITY, 0, 0])
  expect(shape(histogram)).toMatchObject({ count: 2, zeroCount: 2, scale: 0, up: { counts: [] } })
})

class TestReader extends MetricReader {
  protected override async onShutdown() {}
  protected override async onForceFlush() {}
}

test('buckets, scale and offsets are those of the real SDK', async () => {
  await fc.assert(
    fc.asyncProperty(values, fc.integer({ min: 2, max: 20 }), async (all, maxSize) => {
      const recordable = all.filter((value) => value >= 0)
      fc.pre(recordable.length > 0)
      const reader = new TestReader()
      const aggregation = {
        type: AggregationType.EXPONENTIAL_HISTOGRAM,
        options: { maxSize, recordMinMax: true },
      } as const
      const provider = new MeterProvider({ readers: [reader], views: [{ instrumentName: 'm', aggregation }] })
      const theirs = provider.getMeter('test').createHistogram('m')
      for (const value of recordable) theirs.record(value)
      const { resourceMetrics } = await reader.collect()
      const point = resourceMetrics.scopeMetrics[0]!.metrics[0]!.dataPoints[0]!.value as {
        scale: number
        positive: { offset: number; bucketCounts: number[] }
      }
      const ours = fill(recordable, maxSize)
      expect(ours.scale).toBe(point.scale)
      if (ours.positive.counts.length > 0) {
        expect(ours.positive.offset).toBe(point.positive.offset)
        expect(ours.positive.counts).toEqual(point.positive.bucketCounts)
      }
    }),
    { numRuns: 80 },
  )
})

test('a size of one or an unknown scale is refused', () => {
  expect(() => new ExponentialHistogram(1)).toThrow(RangeError)
  expect(() => new ExponentialHistogram(2, 21)).toThrow(RangeError)
})
