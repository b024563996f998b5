import { describe, expect, test } from 'vitest'
import {
  combineDecisions,
  compileTailSampling,
  type Decision,
  decisionCode,
  defaultTailSamplingSettings,
  type ForwardedSpans,
  type PolicyConfig,
  parseGoDuration,
  type ResourceSpansData,
  resourceSpansSize,
  type SpanData,
  TailSamplingProcessor,
  type TailSamplingSettings,
} from '@/lib/engine/index'
import { readVectors, type VectorCase } from './vectors'

/** A processor with one policy whose answer the test sets. */
function mocked(settings: Partial<TailSamplingSettings>, answer: { decision: Decision }) {
  const program = {
    stateful: false,
    bind: () => ({ stateful: false, evaluate: () => decisionCode[answer.decision] }),
  }
  const policies: PolicyConfig[] = [{ name: 'mock-policy-1', type: 'mock' }]
  const compiled = compileTailSampling(
    { ...defaultTailSamplingSettings, decisionWaitMs: 1000, policies, ...settings },
    new Map([['mock', () => program]]),
  )
  if (!compiled.ok) throw new Error(compiled.message)
  const forwarded: ForwardedSpans[] = []
  const decided: number[] = []
  const lost: string[] = []
  const processor = new TailSamplingProcessor(compiled.value, 0, {
    onForward: (spans) => forwarded.push(spans),
    onDecision: ({ decidedAtMs }) => decided.push(decidedAtMs),
    onLose: ({ traceId, reason }) => lost.push(`${traceId} ${reason}`),
  })
  return { processor, forwarded, decided, lost }
}

function spans(traceId: string, ...more: Partial<SpanData>[]): ResourceSpansData[] {
  const given = more.length > 0 ? more : [{}]
  return [{ attributes: {}, spans: given.map((span) => ({ traceId, spanId: '01', ...span })) }]
}

const root = { parentSpanId: '' }
const child = { parentSpanId: 'aa' }
const span = { root, child }
const durationMs = (text: string) => {
  const parsed = parseGoDuration(text)
  return typeof parsed === 'string' ? Number.NaN : parsed.nanoseconds / 1e6
}

function check({ input, expected }: VectorCase): void {
  if ('decision_wait_after_root_received' in input) {
    const world = mocked(
      {
        decisionWaitMs: durationMs(input.decision_wait),
        decisionWaitAfterRootReceivedMs: durationMs(input.decision_wait_after_root_received),
      },
      { decision: 'Sampled' },
    )
    world.processor.ingest(spans('a', child), input.firstSpanAt * 1000)
    world.processor.ingest(spans('a', root), input.rootAt * 1000)
    world.processor.advance(60_000)
    expect(world.decided).toEqual([expected.decisionAtAboutSec * 1000])
  } else if (input.events) {
    const world = mocked({ decisionWaitMs: durationMs(input.decision_wait) }, { decision: input.policy })
    const evaluations: number[] = []
    let second = 0
    for (const event of input.events) {
      if (event === 'tick') {
        second += 1
        world.processor.advance(second * 1000)
        evaluations.push(world.processor.metrics.evaluations)
      } else world.processor.ingest(spans('a'), event.tick * 1000)
    }
    expect(evaluations).toEqual(expected.evaluationsAfterTicks)
    expect(world.processor.metrics.spansForwarded).toBe(expected.forwardedSpans)
  } else if (input.decision_wait) {
    const world = mocked({ decisionWaitMs: durationMs(input.decision_wait) }, { decision: 'Sampled' })
    expect(world.processor.batchCount).toBe(expected.numBatches)
  } else if (input.batches) checkIngest(input, expected)
  else if (input.preCached) {
    const world = mocked({ sampledCacheSize: 10 }, { decision: input.policyNowReturns })
    world.processor.remember('a', input.preCached)
    world.processor.ingest(spans('a'), 0)
    expect(world.processor.metrics.evaluations).toBe(expected.evaluations)
    expect(world.processor.metrics.spansForwarded).toBe(expected.forwardedSpans)
  } else if (input.arrivals) {
    const world = mocked({ numTraces: input.num_traces }, { decision: 'Sampled' })
    for (const id of input.arrivals) world.processor.ingest(spans(id), 0)
    expect(world.processor.tracesInMemory()).toEqual(expected.inMemory)
    expect(world.lost).toHaveLength(expected.lost.length)
  } else if (input.maximum_trace_size_bytes) checkSize(input, expected)
  else if (input.pending) {
    const world = mocked(
      { decisionWaitMs: 30_000, dropPendingTracesOnShutdown: input.drop_pending_traces_on_shutdown },
      { decision: 'Sampled' },
    )
    for (let trace = 0; trace < input.pending; trace += 1)
      world.processor.ingest(spans(`t${trace}`), trace * 900)
    world.processor.shutDown(3000)
    expect(world.processor.metrics.evaluations).toBe(expected.evaluated)
  } else if (input.decision) checkCached(input, expected)
  else checkConfiguration(input, expected)
}

// biome-ignore lint/suspicious/noExplicitAny: shapes of the vector file
function checkIngest(input: any, expected: any): void {
  const answer: { decision: Decision } = { decision: 'NotSampled' }
  const settings = {
    samplingStrategy: input.sampling_strategy,
    nonSampledCacheSize: input.non_sampled_cache_size ?? 0,
    sampledCacheSize: input.sampled_cache_size ?? 0,
  }
  const world = mocked(settings, answer)
  for (const [which, decision] of input.batches as ['root' | 'child', Decision][]) {
    answer.decision = decision
    world.processor.ingest(spans('a', span[which]), 0)
  }
  world.processor.advance((input.ticks ?? 0) * 1000)
  expect(world.processor.metrics.evaluations).toBe(expected.evaluations)
  expect(world.processor.metrics.spansForwarded).toBe(expected.forwardedSpans)
  if (expected.tracesInMemory !== undefined) {
    expect(world.processor.tracesInMemory()).toHaveLength(expected.tracesInMemory)
  }
}

// biome-ignore lint/suspicious/noExplicitAny: shapes of the vector file
function checkSize(input: any, expected: any): void {
  const world = mocked({ maximumTraceSizeBytes: input.maximum_trace_size_bytes }, { decision: 'Sampled' })
  const empty = resourceSpansSize(spans('a', { name: 'x'.repeat(500) })[0]!)
  const group = spans('a', { name: 'x'.repeat(500 + input.receivedBytes - empty) })
  expect(resourceSpansSize(group[0]!)).toBe(input.receivedBytes)
  world.processor.ingest(group, 0)
  world.processor.advance(5000)
  expect(world.processor.metrics.evaluations).toBe(expected.evaluations)
  expect(world.processor.metrics.tracesDroppedTooLarge).toBe(1)
  expect(world.lost).toEqual(['a too_large'])
}

// biome-ignore lint/suspicious/noExplicitAny: shapes of the vector file
function checkCached(input: any, expected: any): void {
  const answer: { decision: Decision } = { decision: input.decision }
  const world = mocked(
    {
      sampledCacheSize: input.sampled_cache_size ?? 0,
      nonSampledCacheSize: input.non_sampled_cache_size ?? 0,
    },
    answer,
  )
  world.processor.ingest(spans('a'), 0)
  world.processor.advance(2000)
  if (expected.inMemoryAfterDecision !== undefined) {
    expect(world.processor.tracesInMemory().includes('a')).toBe(expected.inMemoryAfterDecision)
  }
  answer.decision = input.policyNowReturns ?? input.decision
  const before = world.processor.metrics.spansForwarded
  world.processor.ingest(spans('a'), 2500)
  world.processor.advance(9000)
  if (expected.lateSpanForwarded !== undefined) {
    expect(world.processor.metrics.spansForwarded > before).toBe(expected.lateSpanForwarded)
  }
  if (expected.evaluations !== undefined) {
    expect(world.processor.metrics.evaluations).toBe(expected.evaluations)
    expect(world.processor.metrics.spansForwarded).toBe(expected.forwardedSpans)
    expect(world.forwarded.at(-1)!.scopeAttributes).toEqual(expected.scopeAttributes)
  }
}

// biome-ignore lint/suspicious/noExplicitAny: shapes of the vector file
function checkConfiguration(input: any, expected: any): void {
  const policies: PolicyConfig[] = Array.isArray(input.policies)
    ? input.policies
    : [{ name: 'r', type: 'rate_limiting', rate_limiting: { spans_per_second: 2 } }]
  const compiled = compileTailSampling({ ...defaultTailSamplingSettings, decisionWaitMs: 1000, policies })
  if (expected.error) {
    expect(compiled).toMatchObject({ ok: false, message: expected.error })
    return
  }
  if (!compiled.ok) throw new Error(compiled.message)
  const processor = new TailSamplingProcessor(compiled.value)
  for (let trace = 0; trace < input.traces; trace += 1) processor.ingest(spans(`t${trace}`), 0)
  processor.advance(2000)
  expect(processor.metrics.tracesSampled).toBe(expected.tokenBucketDefaultBurst)
}

describe('the recorded cases of the processor', () => {
  const cases = readVectors('tailsampling_processor').filter(
    // Settings of the YAML, and asked of the YAML: see the configuration's tests.
    ({ input }) => !('gate' in input),
  )

  test.each(cases.filter(({ input }) => input.policies?.[0]?.decision))('$name', ({ input, expected }) => {
    const result = combineDecisions(input.policies, input.sample_on_first_match)
    expect(result.decision).toBe(expected.finalDecision)
    expect(result.policy).toBe(expected.policy)
    expect(result.policiesEvaluated).toBe(expected.policiesEvaluated)
    expect(result.decision === 'Sampled').toBe(expected.forwarded)
  })

  test.each(cases.filter(({ input }) => !input.policies?.[0]?.decision))('$name', check)
})
