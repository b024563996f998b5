import { describe, expect, test } from 'vitest'
import {
  adjustedCount,
  createComposableProbability,
  formatThreshold,
  isKept,
  leastProbability,
  parseRandomness,
  parseSamplingTracestate,
  parseThreshold,
  probabilityToThreshold,
  splitThreshold,
  type Threshold,
  thresholdToProbability,
  traceIdToRandomness,
} from '@/lib/engine'
import { checkVectors, unknownShape, type Vector } from '../support/vectors'

function known(th: string): Threshold {
  const parse = parseThreshold(th)
  if (!parse.ok) throw new Error(parse.message)
  return parse.threshold
}

function describeThreshold(threshold: Threshold) {
  return {
    th: formatThreshold(threshold),
    threshold: `0x${threshold.toString(16).padStart(14, '0')}`,
    probability: thresholdToProbability(threshold),
    adjustedCount: adjustedCount(threshold),
  }
}

function adapt(input: Vector['input']): unknown {
  if (typeof input.probability === 'number') {
    const parse = probabilityToThreshold(input.probability, (input.precision ?? 0) as number)
    return parse.ok ? describeThreshold(parse.threshold) : { error: parse.message }
  }
  if (typeof input.ratio === 'number') {
    const { threshold } = createComposableProbability(input.ratio, 14).getSamplingIntent({ traceId: '' })
    return { threshold: String(threshold), th: threshold === null ? null : formatThreshold(threshold) }
  }
  if (typeof input.a === 'string') return { greater: known(input.a) > known(input.b as string) }
  if (typeof input.traceId === 'string') {
    return { sampled: isKept(known(input.th as string), traceIdToRandomness(input.traceId)!) }
  }
  if (typeof input.rv === 'string') {
    const parse = parseRandomness(input.rv)
    return { error: parse.ok ? null : parse.message }
  }
  if (typeof input.th === 'string') {
    const parse = parseThreshold(input.th)
    return parse.ok ? { ...describeThreshold(parse.threshold), error: null } : { error: parse.message }
  }
  if (typeof input.tracestate === 'string') {
    return describeThreshold(parseSamplingTracestate(input.tracestate).state.ot.threshold!)
  }
  return unknownShape(input)
}

describe('rejection thresholds', () => {
  checkVectors('th_rv_encoding', adapt)

  test.each([0, -1, 1.000001, leastProbability / 2, Number.NaN, Number.POSITIVE_INFINITY])(
    'a probability of %d has none',
    (probability) => {
      expect(probabilityToThreshold(probability).ok).toBe(false)
    },
  )

  test('decide the same from two words as from 56 bits', () => {
    const { high, low } = splitThreshold(known('fd70a3d70a3d71'))
    expect([high, low]).toEqual([0xfd70a3, 0xd70a3d71])
  })
})
