import { describe, expect, test } from 'vitest'
import {
  arrivalOrder,
  ColumnTailSampler,
  compileTailSampling,
  createPolicy,
  createRandom,
  createTraceDecider,
  decisionName,
  defaultTailSamplingSettings,
  type PolicyConfig,
  type SpanData,
  shop,
  TailSamplingProcessor,
  type TailSamplingSettings,
  TrafficGenerator,
  toSpan,
  traceIdOf,
} from '@/lib/engine'

const routes = (values: readonly string[], invert = false) => ({
  key: 'http.route',
  values,
  enabled_regex_matching: true,
  invert_match: invert,
})

const everyPolicy: readonly PolicyConfig[] = [
  { name: 'errors', type: 'status_code', status_code: { status_codes: ['ERROR'] } },
  { name: 'slow', type: 'latency', latency: { threshold_ms: 120, upper_threshold_ms: 900 } },
  {
    name: 'not-found',
    type: 'numeric_attribute',
    numeric_attribute: { key: 'http.response.status_code', min_value: 400, max_value: 499 },
  },
  { name: 'products', type: 'string_attribute', string_attribute: routes(['^/api/products']) },
  {
    name: 'service',
    type: 'string_attribute',
    string_attribute: { key: 'service.name', values: ['shipping'] },
  },
  { name: 'tenth', type: 'probabilistic', probabilistic: { sampling_percentage: 10 } },
  { name: 'long', type: 'span_count', span_count: { min_spans: 12 } },
  { name: 'flags', type: 'trace_flags' },
  { name: 'rate', type: 'rate_limiting', rate_limiting: { spans_per_second: 40 } },
  {
    name: 'ottl',
    type: 'ottl_condition',
    ottl_condition: { span: ['IsRootSpan() and end_time - start_time > Double(100000000)'] },
  },
  {
    name: 'drop-products',
    type: 'drop',
    drop: {
      drop_sub_policy: [
        { name: 'p', type: 'string_attribute', string_attribute: routes(['products']) },
        {
          name: 'n',
          type: 'not',
          not: {
            not_sub_policy: { name: 'e', type: 'status_code', status_code: { status_codes: ['ERROR'] } },
          },
        },
      ],
    },
  },
]

const generator = new TrafficGenerator(shop, { random: createRandom(4) })
generator.generate(600)
const { batch } = generator
const order = arrivalOrder(batch)

function objectsOf(row: number): { span: SpanData; resource: SpanData['attributes'] } {
  const { resource, traceFlags, links: _links, arrivalMs: _arrival, attributes, ...span } = toSpan(batch, row)
  return {
    span: { ...span, flags: traceFlags, attributes: attributes as SpanData['attributes'] },
    resource: resource as SpanData['attributes'],
  }
}

function replay(settings: Partial<TailSamplingSettings>) {
  const compiled = compileTailSampling({
    ...defaultTailSamplingSettings,
    decisionWaitMs: 1000,
    policies: everyPolicy,
    ...settings,
  })
  if (!compiled.ok) throw new Error(compiled.message)
  const byObject: string[] = []
  const byColumn: string[] = []
  const objects = new TailSamplingProcessor(compiled.value, 0, {
    onDecision: ({ traceId, decision, policy, decidedAtMs }) =>
      byObject.push(`${traceId} ${decision} ${policy} ${decidedAtMs}`),
  })
  const columns = new ColumnTailSampler(compiled.value, batch, 0, {
    onDecision: (trace, decision, policy, decidedAtMs) =>
      byColumn.push(
        `${traceIdOf(batch, trace)} ${decisionName(decision)} ${policy === '' ? null : policy} ${decidedAtMs}`,
      ),
  })
  for (let at = 0; at < batch.spanCount; at += 1) {
    const row = order[at]!
    const { span, resource } = objectsOf(row)
    objects.ingest([{ attributes: resource!, spans: [span] }], batch.arrival[row]!)
    columns.ingest(row, batch.arrival[row]!)
  }
  objects.shutDown(60_000)
  columns.shutDown(60_000)
  return { byObject, byColumn, objects, columns }
}

describe('columns and objects', () => {
  test.each<[string, Partial<TailSamplingSettings>]>([
    ['as configured', {}],
    ['with little memory', { numTraces: 120 }],
    ['with decision caches', { sampledCacheSize: 50, nonSampledCacheSize: 50 }],
    ['by the root span', { decisionWaitMs: 5000, decisionWaitAfterRootReceivedMs: 1000 }],
    ['stopping at the first match', { sampleOnFirstMatch: true }],
    [
      'as spans arrive',
      {
        samplingStrategy: 'span-ingest',
        policies: everyPolicy.filter(({ type }) => type !== 'rate_limiting'),
      },
    ],
  ])('are decided alike, trace by trace and moment by moment, %s', (_, settings) => {
    const { byObject, byColumn, objects, columns } = replay(settings)
    expect(byColumn).toEqual(byObject)
    expect(byColumn.length).toBeGreaterThan(50)
    expect(columns.metrics).toEqual(objects.metrics)
    expect(columns.policyCounts()).toEqual(objects.policyCounts())
  })

  test('every policy decides some traces one way and some the other', () => {
    const { columns } = replay({})
    for (const { policy, sampled, notSampled, dropped } of columns.policyCounts()) {
      if (policy === 'flags') expect(notSampled).toBe(0)
      else expect([policy, sampled + dropped > 0, notSampled > 0]).toEqual([policy, true, true])
    }
  })

  test('deciding whole traces at once is asking each policy about each trace', () => {
    const one = (policy: PolicyConfig) => {
      const compiled = compileTailSampling({ ...defaultTailSamplingSettings, policies: [policy] })
      if (!compiled.ok) throw new Error(compiled.message)
      return [...createTraceDecider(compiled.value, batch)(0).decisions].map(decisionName)
    }
    for (const config of everyPolicy.filter(({ type }) => type !== 'rate_limiting')) {
      const created = createPolicy(config)
      if (!created.ok) throw new Error(created.message)
      const asked = Array.from({ length: batch.traceCount }, (_, trace) => {
        const rows = Array.from(
          { length: batch.firstSpan[trace + 1]! - batch.firstSpan[trace]! },
          (__, at) => batch.firstSpan[trace]! + at,
        )
        const resourceSpans = rows.map((row) => {
          const { span, resource } = objectsOf(row)
          return { attributes: resource!, spans: [span] }
        })
        return created.policy.evaluate({ traceId: traceIdOf(batch, trace), resourceSpans })
      })
      expect(one(config), config.name).toEqual(asked)
    }
  })
})
