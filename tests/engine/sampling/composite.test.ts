import { describe, expect, test } from 'vitest'
import {
  type ComposableSampler,
  composableAlwaysOff,
  composableAlwaysOn,
  createComposableAnnotating,
  createComposableParentThreshold,
  createComposableProbability,
  createComposableRuleBased,
  createCompositeSampler,
  createRandom,
  findTracestateValue,
  formatRandomness,
  formatTracestate,
  matchesAttribute,
  matchesKind,
  matchesName,
  matchesRoot,
  parseOtTracestate,
  parseTracestate,
  type SpanContext,
  traceIdToRandomness,
} from '@/lib/engine'
import { checkVectors, unknownShape, type Vector } from '../support/vectors'

const traceId = '00112233445566778800000000000000'

function parentWith(traceFlags: number, tracestate: string): SpanContext {
  const { members } = parseTracestate(tracestate)
  return { traceId, spanId: '1122334455667788', traceFlags, isRemote: true, tracestate: members }
}

/** The composables that the vectors name. OpenTelemetry JS writes thresholds with all 14 digits. */
function namedComposable(input: Vector['input']): ComposableSampler {
  const name = (input.composable ?? input.sampler) as string
  if (name === 'probability') return createComposableProbability(input.ratio as number, 14)
  const probability = /^prob(?:ability\()?(\d+(?:\.\d+)?)\)?$/.exec(name)
  if (probability !== null) {
    const number = Number(probability[1])
    return createComposableProbability(name.startsWith('probability') ? number : number / 100, 14)
  }
  const parentThreshold = /^parentThreshold(?:\((\w+)\)|(\w+))$/.exec(name)
  if (parentThreshold !== null) {
    const root = (parentThreshold[1] ?? parentThreshold[2]!).toLowerCase()
    return createComposableParentThreshold(root === 'alwaysoff' ? composableAlwaysOff : composableAlwaysOn)
  }
  if (name === 'alwaysOn') return composableAlwaysOn
  if (name === 'alwaysOff') return composableAlwaysOff
  throw new Error(`No composable “${name}”`)
}

function adapt(input: Vector['input']): unknown {
  if (typeof input.traceId !== 'string') return unknownShape(input)
  const sampler = createCompositeSampler(namedComposable(input), { behaviour: 'opentelemetry-js' })
  const hasParent = typeof input.parentFlags === 'number'
  const ot = input.parentOt === null || input.parentOt === undefined ? '' : `ot=${input.parentOt}`
  const parent = hasParent ? parentWith(input.parentFlags as number, ot) : null
  const result = sampler.shouldSample({ traceId: input.traceId, parent })
  const { state } = parseOtTracestate(findTracestateValue(result.tracestate, 'ot') ?? '')
  return {
    sampled: result.decision === 'RECORD_AND_SAMPLE',
    tracestate: formatTracestate(result.tracestate),
    randomness: formatRandomness(traceIdToRandomness(input.traceId)!),
    th: state.th === '' ? null : state.th,
    rv: state.rv === '' ? null : state.rv,
  }
}

describe('consistent probability sampling', () => {
  checkVectors('head_consistent_probability', adapt)

  test('writes thresholds of four digits unless asked for more, as the specification recommends', () => {
    const sampler = createCompositeSampler(createComposableProbability(0.1))
    const { tracestate } = sampler.shouldSample({ traceId: 'f'.repeat(32) })
    expect(formatTracestate(tracestate)).toBe('ot=th:e666')
  })

  test('erases the threshold of the parent when it drops; OpenTelemetry JS leaves it when nothing else is there', () => {
    const parent = parentWith(1, 'ot=th:0,other=1')
    const request = { traceId, parent }
    const strict = createCompositeSampler(composableAlwaysOff).shouldSample(request)
    expect(formatTracestate(strict.tracestate)).toBe('other=1')
    const js = createCompositeSampler(composableAlwaysOff, { behaviour: 'opentelemetry-js' }).shouldSample(
      request,
    )
    expect(formatTracestate(js.tracestate)).toBe('ot=th:0,other=1')
  })

  test('never modifies an incoming rv and writes one at the root of a trace whose id is not random', () => {
    const options = { random: createRandom(1), writesRandomness: true }
    const sampler = createCompositeSampler(composableAlwaysOn, options)
    expect(formatTracestate(sampler.shouldSample({ traceId }).tracestate)).toMatch(
      /^ot=rv:[0-9a-f]{14};th:0$/,
    )
    const parent = parentWith(1, 'ot=rv:0123456789abcd')
    expect(formatTracestate(sampler.shouldSample({ traceId, parent }).tracestate)).toBe(
      'ot=rv:0123456789abcd;th:0',
    )
  })

  test('follows the first rule that matches and samples nothing if none does', () => {
    const rules = [
      { description: 'health', matches: matchesName('GET /health'), sampler: composableAlwaysOff },
      { description: 'gold', matches: matchesAttribute('tier', 'gold'), sampler: composableAlwaysOn },
      { description: 'servers', matches: matchesKind('SERVER'), sampler: createComposableProbability(0.5) },
    ]
    const sampler = createCompositeSampler(createComposableRuleBased(rules))
    const decide = (request: object) => sampler.shouldSample({ traceId, ...request }).decision
    expect(decide({ name: 'GET /health', attributes: { tier: 'gold' } })).toBe('DROP')
    expect(decide({ name: 'GET /', attributes: { tier: 'gold' } })).toBe('RECORD_AND_SAMPLE')
    expect(decide({ kind: 'SERVER' })).toBe('DROP')
    expect(decide({ kind: 'CLIENT' })).toBe('DROP')
    expect(matchesRoot({ traceId })).toBe(true)
    expect(matchesRoot({ traceId, parent: parentWith(0, '') })).toBe(false)
  })

  test('annotates only what it samples', () => {
    const annotate = (inner: ComposableSampler) =>
      createCompositeSampler(createComposableAnnotating(inner, { 'sampled.by': 'rule' })).shouldSample({
        traceId,
      })
    expect(annotate(composableAlwaysOn).attributes).toEqual({ 'sampled.by': 'rule' })
    expect(annotate(composableAlwaysOff).attributes).toEqual({})
  })
})
