import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { validateCollectorConfig } from '@/lib/engine/collector/config/validate-collector-config'
import { CollectorRun } from '@/lib/engine/collector/pipeline/collector-run'
import { log, point, span } from '../support/pipeline-items'

/** Keys that components read, with texts that mean something to them. */
const keys = fc.constantFrom(
  ...['actions', 'attributes', 'include', 'exclude', 'key', 'action', 'value', 'pattern', 'from_attribute'],
  ...['services', 'span_names', 'match_type', 'pod_association', 'sources', 'from', 'name', 'dimensions'],
  ...['metrics_flush_interval', 'namespace', 'spans', 'logs', 'datapoints', 'conditions', 'default_value'],
  ...[
    'sending_queue',
    'batch',
    'queue_size',
    'enabled',
    'retry_on_failure',
    'trace_conditions',
    'traces',
    'span',
  ],
  ...['trace_statements', 'statements', 'context', 'error_mode', 'converted_type', 'log_record', 'limit_mib'],
)
const texts = fc.constantFrom(
  ...[
    'insert',
    'UPSERT',
    'delete',
    'hash',
    'extract',
    'convert',
    'regexp',
    'connection',
    'resource_attribute',
  ],
  ...[
    '',
    'service.name',
    '(?P<a>.*)',
    '[',
    '5s',
    'span.name == "x"',
    'set(span.name, "y")',
    'int',
    'span',
    '*',
  ],
)
const leaf = fc.oneof(texts, fc.integer({ min: -2, max: 2000 }), fc.boolean(), fc.constant(null))
const { settings } = fc.letrec<{ settings: unknown; value: unknown }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('value'), { maxLength: 3 }), tie('settings')),
  settings: fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
}))
const processors = ['attributes', 'resource', 'filter', 'transform', 'k8s_attributes', 'batch', 'redaction']

test('whatever stands in a component’s settings, a Collector refuses it or runs with it', () => {
  let ran = 0
  fc.assert(
    fc.property(
      fc.subarray(processors),
      fc.array(settings, { minLength: 10, maxLength: 10 }),
      (names, [exporter, count, metrics, ...given]) => {
        const used = names.length === 0 ? {} : { processors: names }
        const text = stringify({
          receivers: { otlp: { protocols: { grpc: null } } },
          processors: Object.fromEntries(names.map((name, index) => [name, given[index]])),
          connectors: { count, span_metrics: metrics },
          exporters: { kafka: exporter },
          service: {
            pipelines: {
              traces: { receivers: ['otlp'], ...used, exporters: ['kafka', 'count', 'span_metrics'] },
              logs: { receivers: ['otlp'], ...used, exporters: ['kafka'] },
              metrics: { receivers: ['otlp', 'count', 'span_metrics'], ...used, exporters: ['kafka'] },
            },
          },
        })
        const { stage, config, graph } = validateCollectorConfig(text)
        if (stage !== 'running') return
        ran += 1
        const run = () => {
          const collector = new CollectorRun(config!, graph!, {
            totalMib: 1024,
            baseMib: 64,
            mibPerItem: 1,
            findPod: () => null,
            isUp: (_, nowMs) => nowMs > 2000,
            chance: () => 0.5,
            onSent: () => {},
          })
          for (let nowMs = 0; nowMs < 6000; nowMs += 500) {
            const item = span({ attributes: { a: 1 } }, { 'service.name': 'web' })
            collector.offer('otlp', 'traces', [item], nowMs)
            collector.offer('otlp', 'logs', [log('x', 9)], nowMs)
            collector.offer('otlp', 'metrics', [point('m')], nowMs)
            collector.advance(nowMs)
          }
        }
        expect(run).not.toThrow()
      },
    ),
    { numRuns: 1000 },
  )
  expect(ran).toBeGreaterThan(100)
})
