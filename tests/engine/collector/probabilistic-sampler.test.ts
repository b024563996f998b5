import { describe, expect, test } from 'vitest'
import {
  createProbabilisticSampler,
  defaultProbabilisticSamplerConfig,
  findProbabilisticSamplerConfigError,
  formatRandomness,
  hashBucket,
  hashBuckets,
  hashToRandomness,
  hexadecimalToBytes,
  type ProbabilisticSamplerConfig,
  parseSamplingPriority,
  parseSamplingTracestate,
  probabilisticSamplerHash,
  scaledSamplingRate,
} from '@/lib/engine'
import { checkVectors, type Vector } from '../support/vectors'

/** Upstream tests build a configuration from zero values, not from the factory's defaults. */
const upstreamConfig: ProbabilisticSamplerConfig = {
  ...defaultProbabilisticSamplerConfig,
  fail_closed: false,
  sampling_precision: 0,
}

const keptByAll = 'f'.repeat(32)

function configOf(input: Vector['input']): ProbabilisticSamplerConfig {
  const names = Object.keys(upstreamConfig).filter((name) => name in input)
  return { ...upstreamConfig, ...Object.fromEntries(names.map((name) => [name, input[name]])) }
}

const hex32 = (hash: number) => `0x${hash.toString(16).padStart(8, '0')}`

/** Any trace id that a rate keeps, to see what is written on it. */
function findKept(config: ProbabilisticSamplerConfig) {
  const sampler = createProbabilisticSampler(config)
  for (let number = 1; number < 200; number += 1) {
    const outcome = sampler.sampleSpan({ traceId: number.toString(16).padStart(32, '0') })
    if (outcome.sampled) return outcome
  }
  return null
}

function adaptHashSeed(input: Vector['input']): unknown {
  if (typeof input.bytesHex === 'string') {
    const hash = probabilisticSamplerHash(hexadecimalToBytes(input.bytesHex), input.hash_seed as number)
    const bucket = hashBucket(hash)
    return {
      hash32: hex32(hash),
      bucket: `0x${bucket.toString(16).padStart(4, '0')}`,
      fraction: bucket / hashBuckets,
    }
  }
  const config = configOf({ mode: 'hash_seed', ...input })
  const scaledSampleRate = scaledSamplingRate(config.sampling_percentage)
  if (typeof input.traceId === 'string') {
    const hash = probabilisticSamplerHash(hexadecimalToBytes(input.traceId), config.hash_seed)
    const { sampled, tracestate } = createProbabilisticSampler(config).sampleSpan({ traceId: input.traceId })
    const rv = formatRandomness(hashToRandomness(hash))
    if (sampled) expect(parseSamplingTracestate(tracestate).state.ot.rv).toBe(rv)
    return { sampled, hash32: hex32(hash), bucket: hashBucket(hash), scaledSampleRate, rv }
  }
  const kept = findKept(config)
  const th = kept === null ? null : parseSamplingTracestate(kept.tracestate).state.ot.th
  return { th, scaledSampleRate, sampler: scaledSampleRate === 0 ? 'never' : 'hash' }
}

function adaptModes(input: Vector['input'], vector: Vector): unknown {
  const { expected, name } = vector
  if (typeof expected === 'string') {
    return parseSamplingPriority((input.attributes as Record<string, unknown>)['sampling.priority'])
  }
  if ('error' in (expected as object)) return { error: findProbabilisticSamplerConfigError(input) }
  const sampler = createProbabilisticSampler(configOf(input))
  if (name.startsWith('logs:')) {
    const attributes = input.attributes as Record<string, unknown>
    const outcome = sampler.sampleLog({ traceId: input.traceId as string, attributes })
    return withLog(outcome, expected)
  }
  const hasPriority = input.samplingPriority !== null && input.samplingPriority !== undefined
  const outcome = sampler.sampleSpan({
    traceId: (input.traceId ?? keptByAll) as string,
    tracestate: (input.tracestate ?? '') as string,
    attributes: hasPriority
      ? { 'sampling.priority': input.samplingPriority }
      : ((input.attributes ?? {}) as Record<string, unknown>),
  })
  return withLog(outcome, expected)
}

/** `logContains` expects a part of the message; upstream compares adjusted counts to one in a thousand. */
function withLog(outcome: { problem: string | null; adjustedCount: number }, expected: unknown) {
  const { logContains, adjustedCount } = expected as { logContains?: string; adjustedCount?: number }
  const isClose =
    adjustedCount !== undefined &&
    Math.abs(outcome.adjustedCount - adjustedCount) <= 1e-3 * Math.abs(adjustedCount)
  return {
    ...outcome,
    adjustedCount: isClose ? adjustedCount : outcome.adjustedCount,
    logContains:
      logContains !== undefined && outcome.problem?.includes(logContains) ? logContains : outcome.problem,
  }
}

describe('probabilistic_sampler', () => {
  checkVectors('probabilistic_sampler_hash_seed', adaptHashSeed)
  checkVectors('probabilistic_sampler_modes', adaptModes)

  test('discards a threshold that its randomness contradicts and decides afresh when it fails open', () => {
    const config = { ...defaultProbabilisticSamplerConfig, mode: 'equalizing', fail_closed: false } as const
    const span = { traceId: keptByAll, tracestate: 'ot=rv:40000000000000;th:8' }
    const sample = (sampling_percentage: number) =>
      createProbabilisticSampler({ ...config, sampling_percentage }).sampleSpan(span)
    expect(sample(10)).toMatchObject({ sampled: false, problem: expect.stringContaining('inconsistent') })
    expect(sample(80)).toMatchObject({ sampled: true, tracestate: 'ot=rv:40000000000000;th:3333' })
  })

  test('drops everything at 0 %, even what it cannot read and would let through', () => {
    const sampler = createProbabilisticSampler({
      ...upstreamConfig,
      mode: 'proportional',
      sampling_percentage: 0,
    })
    for (const tracestate of ['', 'ot=th:-1', 'ot=th:8']) {
      expect(sampler.sampleSpan({ traceId: '0'.repeat(32), tracestate }).sampled).toBe(false)
    }
  })

  test('lets an unreadable tracestate through unchanged when it fails open', () => {
    const sampler = createProbabilisticSampler({
      ...upstreamConfig,
      mode: 'equalizing',
      sampling_percentage: 1,
    })
    const outcome = sampler.sampleSpan({ traceId: '1'.padStart(32, '0'), tracestate: 'ot=th:zz' })
    expect(outcome).toMatchObject({
      sampled: true,
      tracestate: 'ot=th:zz',
      problem: 'invalid syntax',
      adjustedCount: 0,
    })
  })

  test('never lowers a threshold for the sake of a log priority', () => {
    const config = {
      ...upstreamConfig,
      mode: 'equalizing',
      sampling_percentage: 50,
      sampling_priority: 'prio',
    } as const
    const outcome = createProbabilisticSampler(config).sampleLog({
      traceId: 'fe'.repeat(16),
      attributes: { 'sampling.threshold': 'c', prio: 37 },
    })
    expect(outcome).toMatchObject({ sampled: true, threshold: 'c', adjustedCount: 4 })
    expect(outcome.problem).toBe('cannot raise existing sampling probability')
  })

  test('takes no randomness from a log record whose own th cannot be read, so that its priority keeps it', () => {
    const config = { ...upstreamConfig, mode: 'equalizing', sampling_priority: 'prio' } as const
    const outcome = createProbabilisticSampler(config).sampleLog({
      traceId: '1'.padEnd(32, '0'),
      attributes: { 'sampling.threshold': 'x', prio: 1 },
    })
    expect(outcome).toMatchObject({ sampled: true, problem: 'invalid syntax' })
  })

  test('hashes a log attribute where there is no trace id', () => {
    const config = {
      ...defaultProbabilisticSamplerConfig,
      sampling_percentage: 100,
      from_attribute: 'id',
      hash_seed: 49,
    }
    const outcome = createProbabilisticSampler(config).sampleLog({ attributes: { id: '1234' } })
    const rv = formatRandomness(
      hashToRandomness(probabilisticSamplerHash(new TextEncoder().encode('1234'), 49)),
    )
    expect(outcome).toMatchObject({
      sampled: true,
      policy: 'id',
      attributes: { id: '1234', 'sampling.threshold': '0', 'sampling.randomness': rv },
    })
  })

  test.each([
    [{ sampling_percentage: Number.NaN }, 'sampling rate is invalid: NaN%'],
    [{ sampling_percentage: Number.POSITIVE_INFINITY }, 'sampling rate is invalid: +Inf%'],
    [{ sampling_percentage: 1e-20 }, 'sampling rate is too small: 1e-20%'],
    [
      { sampling_percentage: 1, sampling_precision: 15 },
      'sampling precision is too great, should be <= 14: 15',
    ],
    [{ mode: 'dunno' }, 'unsupported sampler mode "dunno"'],
    [{ attribute_source: 'x' }, 'invalid attribute source: x. Expected: traceID or record'],
  ])('refuses %j in the words of the Collector', (config, error) => {
    expect(findProbabilisticSamplerConfigError(config)).toBe(error)
  })
})
