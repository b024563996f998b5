import { describe, expect, test } from 'vitest'
import {
  allocateRates,
  createPolicy,
  createRandom,
  decisionCode,
  fnv1a64,
  LimiterBucket,
  type Policy,
  type PolicyConfig,
  type PolicyExtensions,
  probabilisticThreshold,
  type TraceData,
  tailSamplingHash,
  traceIdWords,
} from '@/lib/engine/index'
import { readVectors, type VectorCase } from './vectors'

const noTrace: TraceData = { traceId: '00', resourceSpans: [] }

function policyOf(config: PolicyConfig, extensions?: PolicyExtensions): Policy {
  const result = createPolicy(config, extensions)
  if (!result.ok) throw new Error(result.message)
  return result.policy
}

/** Most files say a policy and a trace, and expect a decision or the reason of a refusal. */
function checkPolicyCase({ input, expected }: VectorCase): void {
  const result = createPolicy(input.policy)
  if (expected?.configError) {
    expect(result).toEqual({ ok: false, message: expected.configError })
  } else if (expected?.evaluator) {
    expect(result.ok).toBe(false)
  } else {
    const trace = input.trace ?? { ...noTrace, resourceSpans: [{ spans: input.spans }] }
    expect(policyOf(input.policy).evaluate(trace)).toBe(expected)
  }
}

describe.each([
  'boolean_attribute',
  'latency',
  'numeric_attribute',
  'span_count',
  'status_code',
  'string_attribute',
  'trace_state_flags',
])('%s', (file) => {
  test.each(readVectors(`tailsampling_${file}`))('$name', checkPolicyCase)
})

describe('and, not, drop', () => {
  test.each(readVectors('tailsampling_and_not_drop'))('$name', (vector) => {
    const { input, expected } = vector
    if (!input.subDecision) return checkPolicyCase(vector)
    const answer = decisionCode[input.subDecision as keyof typeof decisionCode]
    const program = { stateful: false, bind: () => ({ stateful: false, evaluate: () => answer }) }
    const policy = policyOf(
      { name: 'p', type: 'not', not: { not_sub_policy: { name: 's', type: 'mock' } } },
      new Map([['mock', () => program]]),
    )
    expect(policy.evaluate(noTrace)).toBe(expected)
  })
})

describe('ottl_condition', () => {
  test.each(readVectors('tailsampling_ottl'))('$name', (vector) => {
    const { input, expected } = vector
    if (input.policy) return checkPolicyCase(vector)
    // Where the vector only says that evaluation fails, a number that is not there is added to one.
    const span = input.evaluation === 'error' ? ['attributes["absent"] + 1 > 0'] : input.span
    const policy = policyOf({
      name: 'p',
      type: 'ottl_condition',
      ottl_condition: { error_mode: input.error_mode, span, spanevent: input.spanevent },
    })
    const trace = { ...noTrace, resourceSpans: [{ spans: input.spans ?? [{}] }] }
    expect(policy.evaluate(trace)).toBe(expected)
  })
})

describe('probabilistic', () => {
  const cases = readVectors('tailsampling_probabilistic')

  test.each(cases.filter(({ input }) => input.traceId))('$name', ({ input, expected }) => {
    const { sampling_percentage: percentage, hash_salt: salt } = input.policy.probabilistic
    expect(tailSamplingHash(traceIdWords(input.traceId), salt)).toBe(BigInt(expected.hash))
    expect(probabilisticThreshold(percentage)).toBe(BigInt(expected.threshold))
    expect(policyOf(input.policy).evaluate({ ...noTrace, traceId: input.traceId })).toBe(expected.decision)
  })

  test.each(cases.filter(({ input }) => input.traces))('$name', ({ input, expected }) => {
    const random = createRandom(7)
    const policy = policyOf(input.policy)
    const word = () => random.uint32().toString(16).padStart(8, '0')
    let sampled = 0
    for (let trace = 0; trace < 100_000; trace += 1) {
      const traceId = word() + word() + word() + word()
      if (policy.evaluate({ ...noTrace, traceId }) === 'Sampled') sampled += 1
    }
    // Upstream allows 0.2 points; three standard deviations of 100,000 throws are up to 0.47.
    expect(Math.abs(sampled / 1000 - expected.effectivePercent)).toBeLessThan(
      Math.max(expected.tolerance, 0.47),
    )
  })

  test.each(cases.filter(({ input }) => input.bytes !== undefined))('$name', ({ input, expected }) => {
    expect(fnv1a64(Buffer.from(input.bytes, 'hex'))).toBe(BigInt(expected.hash))
  })
})

describe('composite', () => {
  const cases = readVectors('tailsampling_composite')

  test.each(cases.filter(({ input }) => input.evaluations))('$name', ({ input, expected }) => {
    const policy = policyOf({
      name: 'c',
      type: 'composite',
      composite: {
        max_total_spans_per_second: input.max_total_spans_per_second,
        composite_sub_policy: input.subpolicies.map((sub: { name: string; policy: PolicyConfig }) => ({
          ...sub.policy,
          name: sub.name,
        })),
        rate_allocation: input.subpolicies.map((sub: { name: string; allocatedSpansPerSecond: number }) => ({
          policy: sub.name,
          percent: (100 * sub.allocatedSpansPerSecond) / input.max_total_spans_per_second,
        })),
      },
    })
    const decisions = input.evaluations.map(
      (at: { second: number; spanAttributes: Record<string, number>; spanCount: number }) =>
        policy.evaluate(
          {
            traceId: '01',
            resourceSpans: [{ spans: [{ attributes: at.spanAttributes }] }],
            spanCount: at.spanCount,
          },
          at.second * 1000,
        ),
    )
    expect(decisions).toEqual(expected)
  })

  test.each(cases.filter(({ expected }) => expected.maxSpansPerSecond))('$name', ({ input, expected }) => {
    const rates = allocateRates(input.max_total_spans_per_second, input.subpolicies, input.rate_allocation)
    expect(Object.fromEntries(rates)).toEqual(expected.maxSpansPerSecond)
  })

  test.each(cases.filter(({ expected }) => expected.configError))('$name', ({ input, expected }) => {
    const composite = { composite_sub_policy: input.composite_sub_policy }
    const result = createPolicy({ name: 'c', type: 'composite', composite })
    expect(result).toEqual({ ok: false, message: expected.configError })
  })
})

describe('rate_limiting and bytes_limiting', () => {
  test.each(readVectors('tailsampling_rate_bytes_limiting'))('$name', ({ input, expected }) => {
    const policy = policyOf(input.policy)
    const ask = ({ atSec, cost }: { atSec: number; cost: number }) =>
      policy.evaluate({ traceId: '01', resourceSpans: [], spanCount: cost, sizeBytes: cost }, atSec * 1000)
    expect(input.evaluations.map(ask)).toEqual(expected)
  })

  test('a token bucket never gives more than its burst and what flowed in since', () => {
    const bucket = new LimiterBucket(10, 20)
    let taken = 0
    for (let ms = 0; ms <= 5000; ms += 7) if (bucket.take(3, ms)) taken += 3
    expect(taken).toBeLessThanOrEqual(20 + 50)
    expect(taken).toBeGreaterThan(60)
  })
})
