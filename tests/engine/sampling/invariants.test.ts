import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  adjustedCount,
  alwaysOnSampler,
  createComposableProbability,
  createCompositeSampler,
  createProbabilisticSampler,
  createRandom,
  createTokenBucket,
  createTraceId,
  createTraceIdRatioBasedSampler,
  defaultProbabilisticSamplerConfig,
  findTracestateValue,
  formatThreshold,
  isKept,
  parseOtTracestate,
  parseThreshold,
  probabilisticSamplerModes,
  probabilityToThreshold,
  type Sampler,
  splitThreshold,
  thresholdToProbability,
  traceIdToRandomness,
} from '@/lib/engine'

const traceIds = (() => {
  const random = createRandom(2026)
  return Array.from({ length: 20_000 }, () => createTraceId(random))
})()
const traceId = fc.nat(traceIds.length - 1).map((index) => traceIds[index]!)
const probability = fc.double({ min: 2 ** -56, max: 1, noNaN: true })
const keeps = (sampler: Sampler, id: string) =>
  sampler.shouldSample({ traceId: id }).decision === 'RECORD_AND_SAMPLE'

describe('a lower ratio keeps a part of what a higher one keeps', { timeout: 60_000 }, () => {
  const makers: [string, (ratio: number) => (id: string) => boolean][] = [
    ['TraceIdRatioBased', (ratio) => (id) => keeps(createTraceIdRatioBasedSampler(ratio), id)],
    [
      'consistent probability',
      (ratio) => (id) => keeps(createCompositeSampler(createComposableProbability(ratio, 14)), id),
    ],
    ...probabilisticSamplerModes.map((mode): [string, (ratio: number) => (id: string) => boolean] => [
      `probabilistic_sampler ${mode}`,
      (ratio) => {
        const config = { ...defaultProbabilisticSamplerConfig, mode, sampling_percentage: ratio * 100 }
        const sampler = createProbabilisticSampler(config)
        return (id) => sampler.sampleSpan({ traceId: id }).sampled
      },
    ]),
  ]
  test.each(makers)('%s', (_, make) => {
    fc.assert(
      fc.property(
        probability,
        probability,
        fc.array(traceId, { minLength: 50, maxLength: 50 }),
        (a, b, ids) => {
          const lower = make(Math.min(a, b))
          const higher = make(Math.max(a, b))
          for (const id of ids) if (lower(id)) expect(higher(id)).toBe(true)
        },
      ),
    )
  })
})

describe('thresholds', { timeout: 60_000 }, () => {
  test('that are lower keep whatever higher ones keep', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, (1n << 56n) - 1n), fc.bigInt(0n, (1n << 56n) - 1n), traceId, (a, b, id) => {
        const randomness = traceIdToRandomness(id)!
        const [low, high] = a < b ? [a, b] : [b, a]
        if (isKept(high, randomness)) expect(isKept(low, randomness)).toBe(true)
      }),
    )
  })

  test('survive being written and read, and stay close to their probability at any precision', () => {
    fc.assert(
      fc.property(probability, fc.integer({ min: 1, max: 14 }), (ratio, precision) => {
        const parse = probabilityToThreshold(ratio, precision)
        if (!parse.ok) throw new Error(parse.message)
        expect(parseThreshold(formatThreshold(parse.threshold))).toEqual(parse)
        const error = Math.abs(thresholdToProbability(parse.threshold) - ratio)
        // Half a unit of the last digit, relative to the larger of what is kept and what is rejected.
        expect(error).toBeLessThanOrEqual(2 ** -57 + 8 * 16 ** -precision * ratio)
      }),
      { numRuns: 2000 },
    )
  })

  test('decide the same from two words', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, (1n << 56n) - 1n), traceId, (threshold, id) => {
        const { high, low } = splitThreshold(threshold)
        const third = Number.parseInt(id.slice(18, 24), 16)
        const fourth = Number.parseInt(id.slice(24), 16)
        const kept = third > high || (third === high && fourth >= low)
        expect(kept).toBe(isKept(threshold, traceIdToRandomness(id)!))
      }),
    )
  })
})

test.each([1, 0.5, 0.1, 0.03])('adjusted counts at %d add up to about the population', (ratio) => {
  const sampler = createCompositeSampler(createComposableProbability(ratio))
  let estimate = 0
  for (const id of traceIds) {
    const result = sampler.shouldSample({ traceId: id })
    if (result.decision !== 'RECORD_AND_SAMPLE') continue
    estimate += adjustedCount(
      parseOtTracestate(findTracestateValue(result.tracestate, 'ot')!).state.threshold,
    )
  }
  // Four standard deviations of the estimate: each kept trace stands for 1 / ratio.
  const deviation = Math.sqrt((traceIds.length * (1 - ratio)) / ratio)
  expect(Math.abs(estimate - traceIds.length)).toBeLessThanOrEqual(4 * deviation + 1e-3 * traceIds.length)
})

test('two stages of proportional sampling keep the product and say so', () => {
  const config = {
    ...defaultProbabilisticSamplerConfig,
    mode: 'proportional',
    sampling_percentage: 50,
  } as const
  const sampler = createProbabilisticSampler(config)
  let estimate = 0
  let kept = 0
  for (const id of traceIds) {
    const first = sampler.sampleSpan({ traceId: id })
    const second = first.sampled ? sampler.sampleSpan({ traceId: id, tracestate: first.tracestate }) : first
    if (!second.sampled) continue
    kept += 1
    estimate += second.adjustedCount
  }
  expect(Math.abs(kept / traceIds.length - 0.25)).toBeLessThan(0.0125)
  expect(Math.abs(estimate / traceIds.length - 1)).toBeLessThan(0.05)
})

test('a token bucket lets through at most its burst and its rate times the time', () => {
  const steps = fc.array(fc.double({ min: 0, max: 2000, noNaN: true }), { minLength: 1, maxLength: 200 })
  const rate = fc.double({ min: 0, max: 100, noNaN: true })
  fc.assert(
    fc.property(rate, fc.double({ min: 1, max: 50, noNaN: true }), steps, (perSecond, capacity, gapsMs) => {
      const bucket = createTokenBucket(perSecond, capacity)
      let timeMs = 0
      let taken = 0
      for (const gapMs of gapsMs) {
        timeMs += gapMs
        if (bucket.take(timeMs)) taken += 1
        const elapsed = (timeMs - gapsMs[0]!) / 1000
        expect(taken).toBeLessThanOrEqual(capacity + perSecond * elapsed + 1e-6)
        expect(bucket.tokensAt(timeMs)).toBeLessThanOrEqual(capacity)
      }
    }),
  )
})

test('samplers pass the tracestate of the parent on', () => {
  const tracestate = [{ key: 'a', value: '1' }]
  const parent = {
    traceId: traceIds[0]!,
    spanId: 'b7ad6b7169203331',
    traceFlags: 1,
    isRemote: true,
    tracestate,
  }
  expect(alwaysOnSampler.shouldSample({ traceId: traceIds[0]!, parent }).tracestate).toEqual(tracestate)
})
