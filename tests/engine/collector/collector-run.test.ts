import fc from 'fast-check'
import { expect, test } from 'vitest'
import { validateCollectorConfig } from '@/lib/engine/collector/config/validate-collector-config'
import { CollectorRun } from '@/lib/engine/collector/pipeline/collector-run'
import type { TelemetryItem } from '@/lib/engine/collector/pipeline/telemetry-item'

const processors = {
  batch: 'batch:',
  'filter/odd': 'filter/odd: {trace_conditions: [\'span.attributes["n"] == 1\']}',
  memory_limiter: 'memory_limiter: {check_interval: 1s, limit_mib: 100}',
  'resource/env': 'resource/env: {attributes: [{key: env, value: prod, action: upsert}]}',
  probabilistic_sampler: 'probabilistic_sampler: {sampling_percentage: 50}',
  tail_sampling:
    'tail_sampling: {decision_wait: 2s, policies: [{name: all, type: probabilistic, probabilistic: {sampling_percentage: 40}}]}',
  redaction: 'redaction:',
} as const
type Name = keyof typeof processors

function configOf(names: readonly Name[], exporter: string): string {
  return `receivers: {otlp: {protocols: {grpc: }}}
processors:
${Object.values(processors)
  .map((line) => `  ${line}`)
  .join('\n')}
exporters:
  otlp_grpc: {endpoint: "x:1"${exporter}}
service:
  pipelines:
    traces: {receivers: [otlp], processors: [${names.join(', ')}], exporters: [otlp_grpc]}
`
}

function start(text: string, isUp: (nowMs: number) => boolean, mibPerItem = 0.5) {
  const { config, graph, stage, diagnoses } = validateCollectorConfig(text)
  expect([stage, diagnoses.filter(({ severity }) => severity === 'error')]).toEqual(['running', []])
  const sent: TelemetryItem[] = []
  const run = new CollectorRun(config!, graph!, {
    totalMib: 1024,
    baseMib: 50,
    mibPerItem,
    findPod: () => null,
    isUp: (_, nowMs) => isUp(nowMs),
    chance: () => 0.5,
    onSent: (_, item) => sent.push(item),
  })
  return { run, sent }
}

function spans(count: number, from: number): TelemetryItem[] {
  return Array.from({ length: count }, (_, index) => ({
    signal: 'traces',
    peer: '10.0.0.1',
    resource: { 'service.name': 'web' },
    span: {
      traceId: (from + index + 1).toString(16).padStart(32, '0'),
      spanId: '1'.padStart(16, '0'),
      attributes: { n: index % 2 },
    },
  }))
}

const anyOrder = fc.shuffledSubarray(Object.keys(processors) as Name[])
const exporters = fc.constantFrom(
  '',
  ', sending_queue: {queue_size: 2, num_consumers: 1}',
  ', sending_queue: {enabled: false}, retry_on_failure: {enabled: false}',
)

test('in any order of processors nothing appears and nothing vanishes without a reason', () => {
  fc.assert(
    fc.property(anyOrder, exporters, fc.integer({ min: 0, max: 8000 }), (names, exporter, downMs) => {
      const { run, sent } = start(configOf(names, exporter), (nowMs) => nowMs < 1000 || nowMs > 1000 + downMs)
      let refused = 0
      for (let nowMs = 0; nowMs < 10_000; nowMs += 200) {
        const items = nowMs < 6000 ? spans(5, nowMs) : []
        if (items.length > 0 && run.offer('otlp', 'traces', items, nowMs) !== null) refused += items.length
        run.advance(nowMs)
      }
      let dropped = 0
      let lost = 0
      for (const { record } of run.nodes.values()) {
        dropped += record.count('dropped')
        lost += record.count('lost')
      }
      // An error is about a whole request: what a filter took out of it before is counted with it once more.
      const made = 30 * 5
      const accounted = sent.length + dropped + lost + run.held + refused
      expect(accounted).toBeGreaterThanOrEqual(made)
      if (refused === 0 && lost === 0) expect(accounted).toBe(made)
      expect(new Set(sent.map((item) => item.signal === 'traces' && item.span.traceId)).size).toBe(
        sent.length,
      )
    }),
    { numRuns: 60 },
  )
})

test('the same run twice is the same run', () => {
  fc.assert(
    fc.property(anyOrder, (names) => {
      const once = () => {
        const { run, sent } = start(configOf(names, ''), (nowMs) => nowMs > 3000)
        for (let nowMs = 0; nowMs < 8000; nowMs += 200) {
          run.offer('otlp', 'traces', spans(3, nowMs), nowMs)
          run.advance(nowMs)
        }
        return sent
      }
      expect(once()).toEqual(once())
    }),
    { numRuns: 20 },
  )
})

test('a component that cannot be run here lets everything through, and says so', () => {
  const { run, sent } = start(configOf(['redaction'], ''), () => true)
  run.offer('otlp', 'traces', spans(4, 0), 0)
  run.advance(200)
  expect(sent).toHaveLength(4)
  const node = [...run.nodes.values()].find(({ node: { component } }) => component === 'redaction')
  expect(node?.note).toContain('not run here')
})

test('a processor listed in two pipelines is two instances, an exporter one', () => {
  const text = `receivers: {otlp: {protocols: {grpc: }}}
processors: {batch: }
exporters: {otlp_grpc: {endpoint: "x:1"}}
service:
  pipelines:
    traces/a: {receivers: [otlp], processors: [batch], exporters: [otlp_grpc]}
    traces/b: {receivers: [otlp], processors: [batch], exporters: [otlp_grpc]}
`
  const { run, sent } = start(text, () => true)
  run.offer('otlp', 'traces', spans(3, 0), 0)
  run.advance(200)
  const count = (id: string) => [...run.nodes.values()].filter(({ node }) => node.component === id).length
  expect([count('otlp'), count('batch'), count('otlp_grpc')]).toEqual([1, 2, 1])
  expect(sent).toHaveLength(6)
})

test('a connector hands spans to another pipeline, and makes points for a third', () => {
  const text = `receivers: {otlp: {protocols: {grpc: }}}
connectors: {forward: , count: }
exporters: {otlp_grpc: {endpoint: "x:1"}}
service:
  pipelines:
    traces/in: {receivers: [otlp], exporters: [forward, count]}
    traces/out: {receivers: [forward], exporters: [otlp_grpc]}
    metrics: {receivers: [count], exporters: [otlp_grpc]}
`
  const { run, sent } = start(text, () => true)
  run.offer('otlp', 'traces', spans(3, 0), 0)
  expect(sent.filter(({ signal }) => signal === 'traces')).toHaveLength(3)
  expect(sent.filter(({ signal }) => signal === 'metrics')).toMatchObject([{ point: { value: 3 } }])
})
