import { describe, expect, test } from 'vitest'
import {
  parseGoDuration,
  parseTailSampling,
  validateCollectorConfig,
  validateComponent,
} from '@/lib/engine/index'

const working = `receivers:
  otlp:
    protocols:
      grpc:
      http:
processors:
  memory_limiter:
    check_interval: 1s
    limit_mib: 512
  tail_sampling:
    decision_wait: 10s
    num_traces: 50_000
    policies:
      - name: errors
        type: status_code
        status_code: {status_codes: [ERROR]}
      - {name: slow, type: latency, latency: {threshold_ms: 500}}
exporters:
  otlp:
    endpoint: \${env:BACKEND}
service:
  pipelines:
    traces:
      receivers: [otlp]
      processors: [memory_limiter, tail_sampling]
      exporters: [otlp]
`

function firstOf(text: string) {
  const { diagnoses, stage } = validateCollectorConfig(text)
  const { severity, message, line, column } = diagnoses[0]!
  return { severity, stage, message, line, column }
}

const without = (text: string | RegExp) => working.replace(text, '')
const instead = (text: string, other: string) => {
  expect(working).toContain(text)
  return working.replace(text, other)
}

describe('a configuration as people write it', () => {
  test('a working one runs, and its graph joins receivers, processors and exporters in order', () => {
    const report = validateCollectorConfig(working)
    expect(report.diagnoses).toEqual([])
    expect(report.stage).toBe('running')
    expect(report.graph!.edges.map(({ from, to }) => `${from} > ${to}`)).toEqual([
      'receiver|traces|otlp > processor|traces|memory_limiter',
      'processor|traces|memory_limiter > processor|traces|tail_sampling',
      'processor|traces|tail_sampling > exporter|traces|otlp',
    ])
  })

  test('one receiver in two pipelines is one instance, one processor in two pipelines is two', () => {
    const two = `${working}    traces/copy:\n      receivers: [otlp]\n      processors: [memory_limiter]\n      exporters: [otlp]\n`
    const { graph } = validateCollectorConfig(two)
    const kinds = graph!.nodes.map(({ kind, component }) => `${kind} ${component}`)
    expect(kinds.filter((name) => name === 'receiver otlp')).toHaveLength(1)
    expect(kinds.filter((name) => name === 'exporter otlp')).toHaveLength(1)
    expect(kinds.filter((name) => name === 'processor memory_limiter')).toHaveLength(2)
  })

  test.each([
    ['', 'empty configuration file', 'validate', 1],
    ['receivers:\nexporters:\n', 'empty configuration file', 'validate', 1],
    ['- otlp', 'retrieved value (type=[]interface {}) cannot be used as a Conf', 'yaml', 1],
    ['receiverz: {}', "'' has invalid keys: receiverz", 'decode', 1],
    [
      instead('limit_mib: 512', 'limit_mib: 512\n    limit_gib: 1'),
      `'processors' error reading configuration for "memory_limiter": decoding failed due to the following error(s):\n\n'' has invalid keys: limit_gib`,
      'decode',
      10,
    ],
    [
      instead('check_interval: 1s', 'check_interval: "1"'),
      `'processors' error reading configuration for "memory_limiter": decoding failed due to the following error(s):\n\n'check_interval' time: missing unit in duration "1"`,
      'decode',
      8,
    ],
    [
      instead('threshold_ms: 500', 'threshold_ms: half a second'),
      `'processors' error reading configuration for "tail_sampling": decoding failed due to the following error(s):\n\n'policies[1].latency.threshold_ms' expected type 'int64', got unconvertible type 'string'`,
      'decode',
      17,
    ],
    [
      instead('receivers: [otlp]', 'receivers: otlp'),
      `'service.pipelines[traces].receivers' source data must be an array or slice, got string`,
      'decode',
      24,
    ],
    [
      without('    check_interval: 1s\n'),
      "processors::memory_limiter: 'check_interval' must be greater than zero",
      'validate',
      7,
    ],
    [without(/ +endpoint: .*\n/), 'exporters::otlp: requires a non-empty "endpoint"', 'validate', 19],
    [
      instead('processors: [memory_limiter, tail_sampling]', 'processors: [memory_limiter, tail-sampling]'),
      `'service.pipelines[traces].processors[1]' in "tail-sampling" id: invalid character(s) in type "tail-sampling"`,
      'decode',
      25,
    ],
    [
      instead('processors: [memory_limiter, tail_sampling]', 'processors: [memory_limiter, batch]'),
      'service::pipelines::traces: references processor "batch" which is not configured',
      'validate',
      25,
    ],
    [
      instead('    traces:\n', '    metrics:\n'),
      'failed to create "tail_sampling" processor, in pipeline "metrics": telemetry type is not supported',
      'graph',
      25,
    ],
    [
      instead('status_codes: [ERROR]', 'status_codes: [ERR]'),
      'failed to create policy evaluator for "errors": unknown status code "ERR", supported: OK, ERROR, UNSET',
      'start',
      14,
    ],
    [instead('name: slow', 'name: errors'), 'duplicate policy name "errors"', 'start', 17],
    [
      instead('      http:', '      http:\n      grpc:'),
      'yaml: unmarshal errors:\n  line 6: mapping key "grpc" already defined at line 4',
      'yaml',
      6,
    ],
  ])('%#: the Collector stops, in its own words, at the place', (text, message, stage, line) => {
    expect(firstOf(text)).toMatchObject({ severity: 'error', message, stage, line })
  })

  test('what is configured and not used starts nothing, and is only a warning', () => {
    const report = validateCollectorConfig(instead('memory_limiter, tail_sampling', 'tail_sampling'))
    expect(report.stage).toBe('running')
    expect(report.diagnoses).toEqual([
      {
        severity: 'warning',
        path: 'processors::memory_limiter',
        message: 'processor "memory_limiter" is configured but not used, so it is never started',
        line: 7,
        column: 3,
      },
    ])
  })

  test('columns point at the very word', () => {
    expect(firstOf(instead('[memory_limiter, tail_sampling]', '[memory_limiter, batch]')).column).toBe(36)
  })
})

describe('traps of YAML', () => {
  test('anchors, aliases and merge keys stand for what they name', () => {
    const { settings, diagnoses } = parseTailSampling(`
base: &limits {spans_per_second: 7}
decision_wait: &wait 4s
decision_wait_after_root_received: *wait
policies:
  - name: a
    type: rate_limiting
    rate_limiting: {<<: *limits, burst_capacity: 9}
`)
    // The anchor had to stand somewhere, and the processor knows no such key.
    expect(diagnoses.map(({ message }) => message)).toEqual(["'' has invalid keys: base"])
    expect(settings).toBeNull()
    const merged = parseTailSampling(`
policies:
  - {name: a, type: rate_limiting, rate_limiting: &limits {spans_per_second: 7}}
  - {name: b, type: rate_limiting, rate_limiting: {<<: *limits, burst_capacity: 9}}
`)
    expect(merged.settings!.policies[1]!.rate_limiting).toEqual({ spans_per_second: 7, burst_capacity: 9 })
  })

  test('a bomb of aliases is refused quickly', () => {
    const levels = Array.from({ length: 30 }, (_, level) =>
      level === 0 ? 'a0: &a0 [x, x]' : `a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`,
    )
    const startedMs = performance.now()
    expect(firstOf(levels.join('\n')).message).toBe('yaml: document contains excessive aliasing')
    expect(performance.now() - startedMs).toBeLessThan(1000)
  })

  test('an anchor within itself, and an alias of nothing', () => {
    expect(firstOf('receivers: &a\n  otlp: *a').message).toBe("yaml: anchor 'a' value contains itself")
    expect(firstOf('receivers: *nobody').message).toMatch(/yaml: /)
  })

  test('brackets by the ten thousand are refused', () => {
    expect(firstOf('['.repeat(20_000)).message).toMatch(/yaml: /)
    expect(firstOf(`a: ${'['.repeat(500)}${']'.repeat(500)}`).message).toBe(
      'yaml: exceeded max depth of 10000',
    )
  })

  test('numbers may carry underscores and lead with an octal 0; yes is a string', () => {
    const { settings } = parseTailSampling('num_traces: 50_000\nexpected_new_traces_per_sec: 010')
    expect([settings!.numTraces, settings!.expectedNewTracesPerSec]).toEqual([50_000, 8])
    expect(parseTailSampling('block_on_overflow: yes').diagnoses[0]!.message).toBe(
      "'block_on_overflow' expected type 'bool', got unconvertible type 'string'",
    )
  })

  test('a duration without unit is nanoseconds, which deserves a warning', () => {
    const { settings, diagnoses } = parseTailSampling(
      'decision_wait: 30\npolicies: [{name: a, type: always_sample}]',
    )
    expect(settings!.decisionWaitMs).toBe(30 / 1e6)
    expect(diagnoses).toMatchObject([{ severity: 'warning', path: 'decision_wait', line: 1, column: 1 }])
  })

  test('what the environment says is accepted unseen, and a default is taken', () => {
    const { settings } = parseTailSampling(`num_traces: \${env:TRACES}\ndecision_wait: \${env:WAIT:-12s}`)
    expect([settings!.numTraces, settings!.decisionWaitMs]).toEqual([50_000, 12_000])
  })

  test('a policy whose settings stand under another name samples by zero, which deserves a warning', () => {
    const { settings, diagnoses } = parseTailSampling(
      'policies:\n  - name: slow\n    type: latency\n    latencies: {threshold_ms: 500}',
    )
    expect(settings!.policies[0]!.latency).toBeUndefined()
    expect(diagnoses).toMatchObject([{ severity: 'warning', line: 4, column: 5 }])
  })
})

describe('durations in the syntax of Go', () => {
  test.each([
    ['30s', 30e9],
    ['1m30s', 90e9],
    ['500ms', 5e8],
    ['1.5h', 5.4e12],
    ['-2s', -2e9],
    ['0', 0],
    ['+5µs', 5000],
    ['.5s', 5e8],
  ])('%s', (text, nanoseconds) => {
    expect(parseGoDuration(text)).toEqual({ nanoseconds })
  })

  test.each([
    ['', 'time: invalid duration ""'],
    ['-', 'time: invalid duration "-"'],
    ['30', 'time: missing unit in duration "30"'],
    ['5 s', 'time: unknown unit " s" in duration "5 s"'],
    ['2d', 'time: unknown unit "d" in duration "2d"'],
    ['s', 'time: invalid duration "s"'],
    ['9999999h', 'time: invalid duration "9999999h"'],
  ])('%s is refused as Go refuses it', (text, message) => {
    expect(parseGoDuration(text)).toBe(message)
  })
})

describe('settings of single components', () => {
  test.each([
    ['batch', 'send_batch_max_size: 100', 'send_batch_max_size must be greater or equal to send_batch_size'],
    ['probabilistic_sampler', 'sampling_percentage: -15', 'sampling rate is negative: -15.000000%'],
    [
      'probabilistic_sampler',
      'sampling_precision: 15',
      'sampling precision is too great, should be <= 14: 15',
    ],
    ['probabilistic_sampler', 'mode: dunno', `'mode' unsupported sampler mode "dunno"`],
    [
      'tail_sampling',
      'policies: [{name: a}]',
      'failed to create policy evaluator for "a": unknown sampling policy type ',
    ],
    [
      'tail_sampling',
      'sampling_strategy: span-ingest\npolicies: [{name: r, type: rate_limiting}]',
      'sampling_strategy "span-ingest" requires all policies to be stateless, but policy "r" is stateful',
    ],
    [
      'tail_sampling',
      `policies: [{name: o, type: ottl_condition, ottl_condition: {span: ['attributes["a"] ==']}}]`,
      'failed to create policy evaluator for "o": unable to parse OTTL condition "attributes[\\"a\\"] ==": condition has invalid syntax: 1:19: unexpected token "<EOF>"',
    ],
  ])('%s: %s', (processor, text, message) => {
    expect(validateComponent('processor', processor, text).diagnoses[0]!.message).toBe(message)
  })
})
