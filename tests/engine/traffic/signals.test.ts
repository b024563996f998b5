import * as conventions from '@opentelemetry/semantic-conventions/incubating'
import { describe, expect, test } from 'vitest'
import {
  createRandom,
  eightSpans,
  logsOf,
  MetricStream,
  measurementAttributes,
  measurementsOf,
  shop,
  streamsOf,
  TrafficGenerator,
  toLogRecord,
  toSpan,
  trafficInstruments,
} from '@/lib/engine'

function traffic(graph = shop, traces = 2000) {
  const faults = [
    { kind: 'pool-exhaustion', database: 'payments', connections: 0, fromMs: 0, toMs: 2000 },
  ] as const
  const options = { random: createRandom(8), ...(graph === shop ? { faults } : {}) }
  const generator = new TrafficGenerator(graph, options)
  generator.generate(traces)
  return generator.batch
}

const known = new Set<unknown>(Object.values(conventions).filter((value) => typeof value === 'string'))

test('every attribute and every metric has a name of today’s semantic conventions', () => {
  const names = new Set<string>(trafficInstruments.map(({ name }) => name))
  for (const batch of [traffic(), traffic(eightSpans, 100)]) {
    const measurements = measurementsOf(batch)
    for (const { attributes } of batch.catalog.operations)
      for (const key of Object.keys(attributes)) names.add(key)
    for (const { attributes } of batch.catalog.resources)
      for (const key of Object.keys(attributes)) names.add(key)
    for (const { key } of batch.columns) names.add(key)
    for (let index = 0; index < measurements.count; index += 1) {
      for (const key of Object.keys(measurementAttributes(batch, measurements, index))) names.add(key)
    }
  }
  expect([...names].filter((name) => !known.has(name))).toEqual([])
})

describe('the same requests', () => {
  const batch = traffic()

  test('are measured once each, whatever becomes of their spans', () => {
    const measurements = measurementsOf(batch)
    const [config] = streamsOf(trafficInstruments[0]!, [])
    const stream = new MetricStream(config!)
    let servers = 0
    for (let row = 0; row < batch.spanCount; row += 1) if (toSpan(batch, row).kind === 'SERVER') servers += 1
    for (let index = 0; index < measurements.count; index += 1) {
      if (measurements.instrument[index] !== 0) continue
      stream.record(measurements.value[index]!, measurementAttributes(batch, measurements, index))
    }
    const points = stream.collect(1)
    const counted = points.map(({ value }) => (value.kind === 'histogram' ? value.count : 0))
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(servers)
    expect(points.length).toBeLessThan(20)
    expect(points.every(({ attributes }) => !('user.id' in attributes))).toBe(true)
  })

  test('measure their wait for a connection, the ones that got none included', () => {
    const measurements = measurementsOf(batch)
    const waits = [...measurements.instrument.subarray(0, measurements.count).entries()]
      .filter(([, instrument]) => trafficInstruments[instrument]!.name === 'db.client.connection.wait_time')
      .map(([index]) => index)
    expect(waits.length).toBe(batch.waitCount)
    expect(Math.max(...waits.map((index) => measurements.value[index]!))).toBe(2)
    expect(measurementAttributes(batch, measurements, waits[0]!)).toEqual({
      'db.client.connection.pool.name': 'payment-pool',
    })
  })

  test('log their end, and a failure only where it starts', () => {
    const logs = logsOf(batch)
    const records = Array.from({ length: logs.count }, (_, index) => toLogRecord(batch, logs, index))
    const spans = Array.from({ length: batch.spanCount }, (_, row) => toSpan(batch, row))
    const served = spans.filter(({ kind }) => kind === 'SERVER').length
    expect(records.filter(({ body }) => body === 'request handled').length).toBe(served)
    const errors = records.filter(({ severityText }) => severityText === 'ERROR')
    const failedParents = new Set(
      spans.filter(({ status }) => status === 'ERROR').map((span) => span.parentSpanId),
    )
    const origins = spans.filter((span) => span.status === 'ERROR' && !failedParents.has(span.spanId))
    expect(errors.map(({ spanId }) => spanId).sort()).toEqual(origins.map(({ spanId }) => spanId).sort())
    expect(errors.some(({ body }) => body.startsWith('no connection'))).toBe(true)
    expect(records.filter(({ severityNumber }) => severityNumber === 13).length).toBeGreaterThan(0)
  })

  test('are told apart by the ids of their span', () => {
    const logs = logsOf(batch)
    const span = toSpan(batch, logs.row[0]!)
    const record = toLogRecord(batch, logs, 0)
    expect(record).toMatchObject({ traceId: span.traceId, spanId: span.spanId, resource: span.resource })
    expect(() => toLogRecord(batch, logs, logs.count)).toThrow(RangeError)
  })
})
