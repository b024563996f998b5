import { describe, expect, test } from 'vitest'
import { batchSettings, createBatch } from '@/lib/engine/collector/pipeline/batch'
import { createCounter } from '@/lib/engine/collector/pipeline/count-connector'
import { ExporterQueue, exporterSettings } from '@/lib/engine/collector/pipeline/exporter-queue'
import { describePod } from '@/lib/engine/collector/pipeline/k8s-attributes'
import { createMemoryLimiter, memoryLimits } from '@/lib/engine/collector/pipeline/memory-limiter'
import { NodeRecord } from '@/lib/engine/collector/pipeline/node-record'
import { createSpanMetrics, spanMetricsSettings } from '@/lib/engine/collector/pipeline/span-metrics'
import type { TelemetryItem } from '@/lib/engine/collector/pipeline/telemetry-item'

import { collect, log, many, span } from '../support/pipeline-items'

describe('memory_limiter', () => {
  test('the soft limit is a fifth below the limit, or the spike below it', () => {
    expect(memoryLimits({ limit_mib: 500 }, 1000)).toMatchObject({ hardMib: 500, softMib: 400 })
    expect(memoryLimits({ limit_mib: 500, spike_limit_mib: 50 }, 1000).softMib).toBe(450)
    expect(memoryLimits({ limit_percentage: 80, spike_limit_percentage: 20 }, 1000).softMib).toBe(600)
  })

  test('it looks once an interval, refuses above the soft limit and takes again below it', () => {
    let used = 100
    const { batches, next } = collect()
    const record = new NodeRecord()
    const limiter = createMemoryLimiter(
      { checkIntervalMs: 1000, hardMib: 500, softMib: 400 },
      () => used,
      record.report,
      next,
    )
    limiter.advance(0)
    used = 450
    limiter.advance(500)
    expect(limiter.consume(many(1), 500)).toBeNull()
    limiter.advance(1000)
    expect(limiter.consume(many(2), 1000)).toBe('data refused due to high memory usage')
    used = 300
    limiter.advance(2000)
    expect(limiter.consume(many(3), 2000)).toBeNull()
    expect(batches.map((batch) => batch.length)).toEqual([1, 3])
    expect(record.count('refused')).toBe(2)
  })
})

describe('batch', () => {
  test('it sends at its size, cut at its largest, or after its timeout', () => {
    const { batches, next } = collect()
    const settings = { sendBatchSize: 5, sendBatchMaxSize: 6, timeoutMs: 200 }
    const batch = createBatch(settings, () => {}, next)
    batch.consume(many(3), 0)
    expect(batch.held).toBe(3)
    batch.advance(100)
    expect(batches).toEqual([])
    batch.advance(200)
    expect(batches.map(({ length }) => length)).toEqual([3])
    batch.consume(many(8), 300)
    expect(batches.map(({ length }) => length)).toEqual([3, 6])
    expect(batch.held).toBe(2)
  })

  test('it says yes before it hands on, so what is refused then is lost', () => {
    const record = new NodeRecord()
    const batch = createBatch(batchSettings({ timeout: 0 }), record.report, () => 'sending queue is full')
    expect(batch.consume(many(4), 0)).toBeNull()
    expect(record.count('lost')).toBe(4)
  })

  test('the client’s address does not come out of it', () => {
    const { batches, next } = collect()
    createBatch(batchSettings({ timeout: 0 }), () => {}, next).consume(many(1), 0)
    expect(batches[0]![0]!.peer).toBeNull()
  })
})

describe('the exporter’s queue', () => {
  const make = (given: Record<string, unknown>, isUp: (nowMs: number) => boolean) => {
    const record = new NodeRecord()
    return { record, queue: new ExporterQueue(exporterSettings(given), isUp, () => 0.5, record.report) }
  }

  test('with a backend that comes back, everything arrives late and once', () => {
    const { record, queue } = make({}, (nowMs) => nowMs >= 10_000)
    for (let at = 0; at < 5000; at += 1000) expect(queue.consume(many(2), at)).toBeNull()
    for (let at = 5000; at <= 40_000; at += 200) queue.advance(at)
    expect(record.count('sent')).toBe(10)
    expect(queue.held).toBe(0)
  })

  test('a full queue refuses what is new, and keeps what it has', () => {
    const given = { sending_queue: { queue_size: 2, num_consumers: 1 } }
    const { record, queue } = make(given, () => false)
    const answers = [0, 1, 2, 3].map((at) => queue.consume(many(1), at))
    expect(answers).toEqual([null, null, null, 'sending queue is full'])
    expect(record.count('refused')).toBe(1)
    expect(queue.held).toBe(3)
  })

  test('with block_on_overflow callers wait instead', () => {
    let up = false
    const given = { sending_queue: { queue_size: 1, num_consumers: 1, block_on_overflow: true } }
    const { record, queue } = make(given, () => up)
    for (let at = 0; at < 6; at += 1) expect(queue.consume(many(1), at)).toBeNull()
    up = true
    queue.advance(60_000)
    expect(record.count('sent')).toBe(6)
  })

  test('after max_elapsed_time a request is given up', () => {
    const given = { retry_on_failure: { initial_interval: 1000, max_elapsed_time: 3000 } }
    const { record, queue } = make(given, () => false)
    queue.consume(many(3), 0)
    for (let at = 0; at <= 10_000; at += 100) queue.advance(at)
    expect(record.count('lost')).toBe(3)
    expect(queue.held).toBe(0)
  })

  test('without queue and retries the caller is told, and keeps its items', () => {
    const given = { sending_queue: { enabled: false }, retry_on_failure: { enabled: false } }
    const { record, queue } = make(given, () => false)
    expect(queue.consume(many(2), 0)).toContain('there is no queue')
    expect(record.count('lost')).toBe(0)
    expect(queue.held).toBe(0)
  })
})

describe('connectors that count', () => {
  test('span metrics are sums so far by service, name, kind and status', () => {
    const { batches, next } = collect()
    const connector = createSpanMetrics(
      spanMetricsSettings({ metrics_flush_interval: '5s', dimensions: [{ name: 'http.route' }] }),
      () => {},
      next,
    )
    const failed = span({ status: 'ERROR', attributes: { 'http.route': '/a' } }, { 'service.name': 'web' })
    connector.consume([failed, failed, span({}, { 'service.name': 'web' })], 0)
    connector.advance(4000)
    expect(batches).toEqual([])
    connector.advance(5000)
    connector.consume([failed], 6000)
    connector.advance(10_000)
    const calls = (batch: readonly TelemetryItem[]) =>
      batch.flatMap((item) =>
        item.signal === 'metrics' && item.point.name === 'traces.span.metrics.calls'
          ? [[item.point.attributes['status.code'], item.point.attributes['http.route'], item.point.value]]
          : [],
      )
    expect(calls(batches[0]!)).toEqual([
      ['STATUS_CODE_ERROR', '/a', 2],
      ['STATUS_CODE_UNSET', undefined, 1],
    ])
    expect(calls(batches[1]!)[0]).toEqual(['STATUS_CODE_ERROR', '/a', 3])
  })

  test('count makes a point for each request, of what its conditions let through', () => {
    const plain = createCounter({}, 'logs')
    expect(plain([log('a', 9), log('b', 9)])).toMatchObject([
      { point: { name: 'log.record.count', value: 2 } },
    ])
    const given = {
      spans: {
        'span.errors': { conditions: ['status.code == STATUS_CODE_ERROR'], attributes: [{ key: 'env' }] },
      },
    }
    const errors = createCounter(given, 'traces')
    const items = [span({ status: 'ERROR' }, { env: 'a' }), span({}, { env: 'a' }), span({ status: 'ERROR' })]
    expect(errors(items)).toMatchObject([
      { point: { name: 'span.errors', attributes: { env: 'a' }, value: 1 } },
      { point: { name: 'span.errors', attributes: {}, value: 1 } },
    ])
    expect(errors([span()])).toEqual([])
  })
})

describe('k8s_attributes', () => {
  const findPod = (address: string) => (address === '10.4.0.10' ? { 'k8s.pod.name': 'web-1' } : null)
  test('finds the pod by the client’s address, as long as somebody still knows it', () => {
    expect(describePod(span(), [], findPod)?.resource).toEqual({ 'k8s.pod.name': 'web-1' })
    expect(describePod({ ...span(), peer: null }, [], findPod)).toBeNull()
  })
  test('or by an attribute that is named for it, which survives everything', () => {
    const rules = [{ sources: [{ from: 'resource_attribute', name: 'host.ip' }] }]
    const item = { ...span({}, { 'host.ip': '10.4.0.10' }), peer: null }
    expect(describePod(item, rules, findPod)?.resource).toMatchObject({ 'k8s.pod.name': 'web-1' })
  })
})
