import { describe, expect, test } from 'vitest'
import {
  createRandom,
  type Fault,
  logsOf,
  measurementsOf,
  type ServiceGraph,
  type Span,
  shop,
  TrafficGenerator,
  toLogRecord,
  toSpan,
  trafficInstruments,
} from '@/lib/engine'

const zones = ['eu-west-1a', 'eu-west-1b']
const zoned: ServiceGraph = {
  ...shop,
  services: shop.services.map((service) => ({
    ...service,
    perInstance: Array.from({ length: service.instances }, (_, at) => ({
      'cloud.availability_zone': zones[at % 2]!,
      'service.version': at === 0 ? '2.0.0' : '1.9.0',
    })),
  })),
}

function run(faults: readonly Fault[], untilMs = 20_000) {
  const generator = new TrafficGenerator(zoned, { random: createRandom(33), faults })
  generator.advance(untilMs)
  const { batch } = generator
  return { batch, spans: Array.from({ length: batch.spanCount }, (_, row) => toSpan(batch, row)) }
}

const whole = { fromMs: 0, toMs: Number.POSITIVE_INFINITY }
const named = (spans: readonly Span[], name: string) => spans.filter((span) => span.name === name)
const mean = (spans: readonly Span[]) =>
  spans.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0) / spans.length
const inZone = (spans: readonly Span[], zone: string) =>
  spans.filter(({ resource }) => resource['cloud.availability_zone'] === zone)

test('an instance has attributes of its own beside its service’s', () => {
  const [first] = run([]).spans
  expect(first!.resource).toMatchObject({
    'deployment.environment.name': 'production',
    'service.name': 'gateway',
    'cloud.availability_zone': expect.stringMatching(/^eu-west-1[ab]$/),
  })
})

describe('a fault of some instances', () => {
  test('in a zone slows down the queries that leave from there, and no others', () => {
    const on = { 'cloud.availability_zone': 'eu-west-1b' }
    const { spans } = run([{ kind: 'slow-dependency', target: 'payment.write', factor: 10, ...whole, on }])
    const writes = named(spans, 'INSERT charges')
    expect(mean(inZone(writes, 'eu-west-1b'))).toBeGreaterThan(5 * mean(inZone(writes, 'eu-west-1a')))
  })

  test('of a version fails there, and nowhere else', () => {
    const on = { 'service.version': '2.0.0' }
    const { spans } = run([{ kind: 'error-burst', target: 'payment.charge', rate: 0.6, ...whole, on }])
    const share = (version: string) => {
      const own = named(spans, 'POST /charges').filter(
        ({ resource }) => resource['service.version'] === version,
      )
      return own.filter(({ status }) => status === 'ERROR').length / own.length
    }
    expect(share('2.0.0')).toBeGreaterThan(0.5)
    expect(share('1.9.0')).toBeLessThan(0.05)
  })

  test('that no instance matches is none', () => {
    const none = { 'service.version': '3.0.0' }
    const faulty = run([
      { kind: 'slow-dependency', target: 'payment.charge', factor: 9, ...whole, on: none },
    ]).spans
    expect(faulty).toEqual(run([]).spans)
  })
})

test('changed calls go out one after another, as many as the fault says, on the instances that it is on', () => {
  const fault: Fault = {
    kind: 'changed-calls',
    target: 'payment.read',
    probability: 1,
    times: [5, 8],
    ...whole,
    on: { 'service.version': '2.0.0' },
  }
  const { spans } = run([fault])
  const charges = named(spans, 'POST /charges')
  const readsOf = ({ spanId }: Span) =>
    named(spans, 'SELECT cards').filter(({ parentSpanId }) => parentSpanId === spanId)
  const isNew = ({ resource }: Span) => resource['service.version'] === '2.0.0'
  expect(charges.some(isNew)).toBe(true)
  for (const charge of charges) {
    const reads = readsOf(charge)
    if (!isNew(charge)) expect(reads.length).toBeLessThanOrEqual(1)
    else expect(reads.length).toBeGreaterThanOrEqual(5)
    for (const [at, read] of reads.entries())
      if (at > 0) expect(read.startMs).toBeGreaterThanOrEqual(reads[at - 1]!.endMs)
  }
})

test('calls that are made with probability 0 are not made', () => {
  const fault: Fault = {
    kind: 'changed-calls',
    target: 'payment.charge',
    probability: 0,
    times: [1, 1],
    ...whole,
  }
  expect(named(run([fault]).spans, 'POST /charges')).toEqual([])
})

test('connections that are not given back make others wait while every query is as fast as before', () => {
  const leak: Fault = { kind: 'connection-leak', target: 'payment.write', heldMs: 1500, ...whole }
  const [sound, leaking] = [run([]), run([leak])]
  const waits = ({ batch }: typeof sound) => {
    const measured = measurementsOf(batch)
    return [...measured.instrument.subarray(0, measured.count).entries()]
      .filter(([, at]) => trafficInstruments[at]!.name === 'db.client.connection.wait_time')
      .map(([at]) => measured.value[at]!)
      .sort((one, other) => one - other)
  }
  const p95 = (all: number[]) => all[Math.floor(all.length * 0.95)]!
  expect(p95(waits(sound))).toBeLessThan(0.01)
  expect(p95(waits(leaking))).toBeGreaterThan(0.25)
  const query = (from: typeof sound) => mean(named(from.spans, 'INSERT charges'))
  expect(query(leaking) / query(sound)).toBeGreaterThan(0.8)
  expect(query(leaking) / query(sound)).toBeLessThan(1.25)
  const logs = logsOf(leaking.batch)
  const warnings = Array.from({ length: logs.count }, (_, at) => toLogRecord(leaking.batch, logs, at)).filter(
    ({ body }) => body === 'waited long for a connection',
  )
  expect(warnings.length).toBeGreaterThan(10)
  for (const { resource, severityText } of warnings)
    expect([resource['service.name'], severityText]).toEqual(['payment', 'WARN'])
})

test('a backlog lets each message wait longer than the one before it', () => {
  const backlog: Fault = { kind: 'queue-backlog', target: 'shipping.order', growth: 0.5, ...whole }
  const { batch } = run([backlog])
  const waits = Array.from({ length: batch.linkCount }, (_, link) => {
    const [consumer, producer] = [batch.linkFrom[link]!, batch.linkTo[link]!]
    return { sentMs: batch.end[producer]!, waitedMs: batch.start[consumer]! - batch.end[producer]! }
  })
  for (const { sentMs, waitedMs } of waits) expect(waitedMs).toBeGreaterThan(0.5 * sentMs)
  expect(Math.max(...waits.map(({ waitedMs }) => waitedMs))).toBeGreaterThan(9000)
})
