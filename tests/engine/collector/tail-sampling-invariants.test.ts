import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compileTailSampling,
  createRandom,
  type Decision,
  decisionCode,
  defaultTailSamplingSettings,
  HashRing,
  LimiterBucket,
  type PolicyConfig,
  type PolicyExtensions,
  type SpanData,
  TailSamplingFleet,
  TailSamplingProcessor,
  type TailSamplingSettings,
} from '@/lib/engine/index'

const statuses = ['UNSET', 'OK', 'ERROR'] as const

const spanArbitrary = fc.record({
  trace: fc.integer({ min: 0, max: 9 }),
  atMs: fc.integer({ min: 0, max: 12_000 }),
  status: fc.constantFrom(...statuses),
  durationMs: fc.integer({ min: 0, max: 900 }),
  root: fc.boolean(),
  route: fc.constantFrom('/health', '/checkout', '/cart'),
})

const statelessPolicy: fc.Arbitrary<PolicyConfig> = fc.oneof(
  fc.constant({ name: '', type: 'always_sample' }),
  fc
    .constantFrom(...statuses)
    .map((code) => ({ name: '', type: 'status_code', status_code: { status_codes: [code] } })),
  fc
    .integer({ min: 0, max: 900 })
    .map((threshold) => ({ name: '', type: 'latency', latency: { threshold_ms: threshold } })),
  fc.integer({ min: 0, max: 100 }).map((percentage) => ({
    name: '',
    type: 'probabilistic',
    probabilistic: { sampling_percentage: percentage },
  })),
  fc
    .integer({ min: 1, max: 4 })
    .map((least) => ({ name: '', type: 'span_count', span_count: { min_spans: least } })),
  fc.boolean().map((inverted) => ({
    name: '',
    type: 'string_attribute',
    string_attribute: { key: 'http.route', values: ['/checkout'], invert_match: inverted },
  })),
)

const dropHealth: PolicyConfig = {
  name: 'drop-health',
  type: 'drop',
  drop: {
    drop_sub_policy: [
      { name: 'h', type: 'string_attribute', string_attribute: { key: 'http.route', values: ['/health'] } },
    ],
  },
}

const named = (policies: readonly PolicyConfig[]) =>
  policies.map((policy, index) => ({ ...policy, name: `p${index}` }))
const traceId = (trace: number) => (trace + 1).toString(16).padStart(32, '7')

type Arrival = typeof spanArbitrary extends fc.Arbitrary<infer T> ? T : never

function run(
  settings: Partial<TailSamplingSettings>,
  arrivals: readonly Arrival[],
  extensions?: PolicyExtensions,
) {
  const compiled = compileTailSampling(
    { ...defaultTailSamplingSettings, decisionWaitMs: 2000, ...settings },
    extensions,
  )
  if (!compiled.ok) throw new Error(compiled.message)
  const forwarded: SpanData[] = []
  const decisions = new Map<string, Decision[]>()
  let most = 0
  const processor = new TailSamplingProcessor(compiled.value, 0, {
    onForward: ({ resourceSpans }) => forwarded.push(...resourceSpans.flatMap((group) => group.spans)),
    onDecision: ({ traceId: id, decision }) => decisions.set(id, [...(decisions.get(id) ?? []), decision]),
  })
  const sorted = arrivals.toSorted((a, b) => a.atMs - b.atMs)
  for (const [index, arrival] of sorted.entries()) {
    const span: SpanData = {
      traceId: traceId(arrival.trace),
      spanId: index.toString(16),
      parentSpanId: arrival.root ? '' : 'ff',
      status: arrival.status,
      startMs: arrival.atMs,
      endMs: arrival.atMs + arrival.durationMs,
      attributes: { 'http.route': arrival.route },
    }
    processor.ingest([{ attributes: { 'service.name': 'shop' }, spans: [span] }], arrival.atMs)
    most = Math.max(most, processor.tracesInMemory().length)
  }
  processor.shutDown(20_000)
  return { forwarded, decisions, metrics: processor.metrics, most }
}

const settingsArbitrary = fc.record({
  numTraces: fc.integer({ min: 1, max: 12 }),
  sampledCacheSize: fc.integer({ min: 0, max: 8 }),
  nonSampledCacheSize: fc.integer({ min: 0, max: 8 }),
  sampleOnFirstMatch: fc.boolean(),
  decisionWaitMs: fc.integer({ min: 0, max: 5000 }),
  decisionWaitAfterRootReceivedMs: fc.constantFrom(0, 1000, 3000),
  maximumTraceSizeBytes: fc.constantFrom(0, 400),
  samplingStrategy: fc.constantFrom('trace-complete' as const, 'span-ingest' as const),
})
const arrivalsArbitrary = fc.array(spanArbitrary, { maxLength: 60 })

describe('invariants of the tail_sampling processor', () => {
  test('every span is forwarded once or lost once, and none is unaccounted for', () => {
    fc.assert(
      fc.property(
        settingsArbitrary,
        fc.array(statelessPolicy, { maxLength: 4 }),
        fc.boolean(),
        arrivalsArbitrary,
        (settings, policies, drops, arrivals) => {
          const all = [...(drops ? [dropHealth] : []), ...named(policies)]
          const { forwarded, metrics } = run({ ...settings, policies: all }, arrivals)
          expect(new Set(forwarded.map(({ spanId }) => spanId)).size).toBe(forwarded.length)
          const lost = Object.values(metrics.spansLost).reduce((sum, spans) => sum + spans, 0)
          expect(metrics.spansForwarded).toBe(forwarded.length)
          expect(metrics.spansForwarded + lost).toBe(metrics.spansReceived)
          expect([metrics.spansHeld, metrics.spansWaiting]).toEqual([0, 0])
        },
      ),
      { numRuns: 300, seed: 5 },
    )
  })

  test('no span of a trace decided Dropped is forwarded while the decision is remembered', () => {
    fc.assert(
      fc.property(fc.array(statelessPolicy, { maxLength: 3 }), arrivalsArbitrary, (policies, arrivals) => {
        const { forwarded, decisions } = run({ policies: [...named(policies), dropHealth] }, arrivals)
        for (const { traceId: id } of forwarded) expect(decisions.get(id!)).not.toContain('Dropped')
      }),
      { numRuns: 200, seed: 6 },
    )
  })

  test('the order of stateless policies that do not drop changes no decision', () => {
    fc.assert(
      fc.property(
        fc.array(statelessPolicy, { minLength: 2, maxLength: 5 }),
        arrivalsArbitrary,
        fc.integer(),
        (policies, arrivals, seed) => {
          const random = createRandom(seed)
          const inOrder = [...named(policies), dropHealth]
          const shuffled = inOrder
            .map((policy) => ({ policy, key: random.next() }))
            .sort((a, b) => a.key - b.key)
            .map(({ policy }) => policy)
          const first = run({ policies: inOrder }, arrivals)
          expect(run({ policies: shuffled }, arrivals).decisions).toEqual(first.decisions)
        },
      ),
      { numRuns: 200, seed: 7 },
    )
  })

  test('memory never holds more than num_traces traces, also when senders are made to wait', () => {
    fc.assert(
      fc.property(
        settingsArbitrary,
        fc.boolean(),
        arrivalsArbitrary,
        (settings, blockOnOverflow, arrivals) => {
          const policies = named([
            { name: '', type: 'status_code', status_code: { status_codes: ['ERROR'] } },
          ])
          const { most, metrics } = run({ ...settings, blockOnOverflow, policies }, arrivals)
          expect(most).toBeLessThanOrEqual(settings.numTraces)
          expect(metrics.mostTracesOnMemory).toBeLessThanOrEqual(settings.numTraces)
          if (blockOnOverflow) expect(metrics.spansLost.evicted).toBe(0)
        },
      ),
      { numRuns: 200, seed: 8 },
    )
  })

  test('a policy that fails has no vote and stops nobody else', () => {
    const failing: PolicyExtensions = new Map([
      [
        'failing',
        () => ({ stateful: false, bind: () => ({ stateful: false, evaluate: () => decisionCode.Error }) }),
      ],
    ])
    const policies = [
      { name: 'broken', type: 'failing' },
      { name: 'all', type: 'always_sample' },
    ]
    const arrival = { trace: 0, atMs: 0, status: 'OK', durationMs: 1, root: true, route: '/cart' } as const
    const { metrics } = run({ policies }, [arrival], failing)
    expect([metrics.tracesSampled, metrics.policyEvaluationError]).toEqual([1, 1])
  })
})

test('a token bucket never gives more than its burst and what has flowed in since', () => {
  const step = fc.record({ cost: fc.integer({ min: 1, max: 40 }), afterMs: fc.integer({ min: 0, max: 700 }) })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 100 }),
      fc.array(step, { maxLength: 50 }),
      (perSecond, capacity, steps) => {
        const bucket = new LimiterBucket(perSecond, capacity)
        let nowMs = 0
        let taken = 0
        for (const { cost, afterMs } of steps) {
          nowMs += afterMs
          const fits = bucket.take(cost, nowMs)
          if (fits) taken += cost
          if (cost > capacity) expect(fits).toBe(false)
        }
        expect(taken).toBeLessThanOrEqual(capacity + (perSecond * nowMs) / 1000 + 1e-6)
      },
    ),
    { numRuns: 500, seed: 9 },
  )
})

describe('several collectors', () => {
  const compiled = compileTailSampling({
    ...defaultTailSamplingSettings,
    decisionWaitMs: 1000,
    policies: [{ name: 'errors', type: 'status_code', status_code: { status_codes: ['ERROR'] } }],
  })
  if (!compiled.ok) throw new Error(compiled.message)
  const endpoints = ['collector-1:4317', 'collector-2:4317', 'collector-3:4317']
  const ids = Array.from({ length: 200 }, (_, index) => traceId(index * 7919))

  function forwardedBy(routing: ConstructorParameters<typeof TailSamplingFleet>[2]): Map<string, number> {
    const spans = new Map<string, number>()
    const fleet = new TailSamplingFleet(compiled.ok ? compiled.value : null!, endpoints, routing, 0, () => ({
      onForward: ({ traceId: id, resourceSpans }) =>
        spans.set(id, (spans.get(id) ?? 0) + resourceSpans.flatMap((group) => group.spans).length),
    }))
    for (let part = 0; part < 4; part += 1) {
      // One span of four is an error; each span arrives in a request of its own.
      for (const id of ids) {
        fleet.ingest(
          [{ spans: [{ traceId: id, parentSpanId: 'aa', status: part === 0 ? 'ERROR' : 'OK' }] }],
          part * 10,
        )
      }
    }
    fleet.shutDown(5000)
    return spans
  }

  test('routed by trace id, every trace with an error is kept whole', () => {
    const spans = forwardedBy({ kind: 'trace-id' })
    expect([...spans.values()]).toEqual(ids.map(() => 4))
  })

  test('routed anyhow, traces with an error are kept in part', () => {
    const spans = forwardedBy({ kind: 'any', random: createRandom(3) })
    const whole = [...spans.values()].filter((count) => count === 4).length
    expect(spans.size).toBe(ids.length)
    expect(whole).toBeLessThan(ids.length / 4)
  })

  test('one more collector moves only some of the traces', () => {
    const before = new HashRing(endpoints)
    const after = new HashRing([...endpoints, 'collector-4:4317'])
    const moved = ids.filter((id) => before.findByTraceId(id) !== after.findByTraceId(id))
    expect(moved.every((id) => after.findByTraceId(id) === 'collector-4:4317')).toBe(true)
    expect(moved.length).toBeGreaterThan(0)
    expect(moved.length).toBeLessThan(ids.length / 2)
  })
})
