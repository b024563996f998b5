import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  arrivalOrder,
  createRandom,
  eightSpans,
  FixedTraffic,
  type ServiceGraph,
  SpanBatch,
  shop,
  spanIdOf,
  TrafficGenerator,
  toSpan,
  traceIdOf,
} from '@/lib/engine'

function bytesOf(batch: SpanBatch): string {
  const { spanCount, traceCount, linkCount } = batch
  const columns = [
    batch.traceIds.subarray(0, 4 * traceCount),
    batch.firstSpan.subarray(0, traceCount + 1),
    batch.spanIds.subarray(0, 2 * spanCount),
    ...[
      batch.trace,
      batch.parent,
      batch.operation,
      batch.service,
      batch.resource,
      batch.kind,
      batch.status,
    ].map((column) => column.subarray(0, spanCount)),
    ...[batch.start, batch.end, batch.arrival].map((column) => column.subarray(0, spanCount)),
    batch.linkFrom.subarray(0, linkCount),
    batch.linkTo.subarray(0, linkCount),
    ...batch.columns.map((column) => column.codes.subarray(0, spanCount)),
  ]
  return columns.map((column) => column.join()).join('\n')
}

const seed = fc.integer({ min: 0, max: 2 ** 31 })

function shopTraffic(from: number, traces: number): SpanBatch {
  const generator = new TrafficGenerator(shop, { random: createRandom(from), exportIntervalMs: 5000 })
  generator.generate(traces)
  return generator.batch
}

function fixedTraffic(from: number, traces: number): SpanBatch {
  return new FixedTraffic(eightSpans, { random: createRandom(from) }).refill(traces)
}

const generators = [
  { name: 'the service graph', generate: shopTraffic },
  { name: 'the fixed topology', generate: fixedTraffic },
]

describe.each(generators)('traffic of $name', ({ generate }) => {
  test('is the same to the byte for the same seed, and another for another', () => {
    fc.assert(
      fc.property(seed, (from) => {
        expect(bytesOf(generate(from, 20))).toBe(bytesOf(generate(from, 20)))
        expect(bytesOf(generate(from, 20))).not.toBe(bytesOf(generate(from + 1, 20)))
      }),
      { numRuns: 20 },
    )
  })

  test('has whole traces: a root first, parents before children, ids that differ', () => {
    fc.assert(
      fc.property(seed, (from) => {
        const batch = generate(from, 30)
        const wrong: number[] = []
        const spanIds = new Set<string>()
        const traceIds = new Set<string>()
        for (let trace = 0; trace < batch.traceCount; trace += 1) {
          traceIds.add(traceIdOf(batch, trace))
          const root = batch.firstSpan[trace]!
          if (batch.parent[root] !== -1) wrong.push(root)
          for (let row = root; row < batch.firstSpan[trace + 1]!; row += 1) {
            spanIds.add(spanIdOf(batch, row))
            const parent = batch.parent[row]!
            if (batch.trace[row] !== trace) wrong.push(row)
            if (row !== root && !(parent >= root && parent < row)) wrong.push(row)
          }
        }
        expect(wrong).toEqual([])
        expect(traceIds.size).toBe(batch.traceCount)
        expect(spanIds.size).toBe(batch.spanCount)
        expect(batch.firstSpan[batch.traceCount]).toBe(batch.spanCount)
      }),
      { numRuns: 15 },
    )
  })

  test('keeps time: no span ends before it starts, starts before its parent, or arrives before it ends', () => {
    fc.assert(
      fc.property(seed, (from) => {
        const batch = generate(from, 50)
        const wrong: number[] = []
        for (let row = 0; row < batch.spanCount; row += 1) {
          const start = batch.start[row]!
          const end = batch.end[row]!
          const parent = batch.parent[row]!
          if (end < start || batch.arrival[row]! < end) wrong.push(row)
          if (parent >= 0 && start < batch.start[parent]!) wrong.push(row)
        }
        expect(wrong).toEqual([])
      }),
      { numRuns: 10 },
    )
  })

  test('pairs every SERVER below a CLIENT of another service, and roots have none', () => {
    const batch = generate(3, 200)
    for (let row = 0; row < batch.spanCount; row += 1) {
      const { kind, resource, parentSpanId } = toSpan(batch, row)
      if (kind !== 'SERVER' || parentSpanId === '') continue
      const parent = toSpan(batch, batch.parent[row]!)
      expect(parent.kind).toBe('CLIENT')
      expect(parent.resource['service.name']).not.toBe(resource['service.name'])
      expect(parent.attributes['server.address']).toBe(resource['service.name'])
    }
  })

  test('hands spans over in the order in which they arrive', () => {
    const batch = generate(5, 500)
    const order = [...arrivalOrder(batch).subarray(0, batch.spanCount)]
    const rows = Array.from({ length: batch.spanCount }, (_, row) => row)
    expect(order).toEqual(rows.sort((a, b) => batch.arrival[a]! - batch.arrival[b]! || a - b))
  })
})

describe('a queue', () => {
  test('has a PRODUCER, and a CONSUMER in a trace of its own that links to it', () => {
    const batch = shopTraffic(11, 300)
    expect(batch.linkCount).toBeGreaterThan(20)
    for (let link = 0; link < batch.linkCount; link += 1) {
      const consumer = toSpan(batch, batch.linkFrom[link]!)
      const producer = toSpan(batch, batch.linkTo[link]!)
      expect([consumer.kind, producer.kind]).toEqual(['CONSUMER', 'PRODUCER'])
      expect(consumer.parentSpanId).toBe('')
      expect(consumer.links).toEqual([{ traceId: producer.traceId, spanId: producer.spanId }])
      expect(consumer.startMs).toBeGreaterThanOrEqual(producer.endMs)
    }
  })

  test('continues the trace where the graph says parent, and the producer does not wait for it', () => {
    const graph: ServiceGraph = {
      ...shop,
      operations: shop.operations.map((operation) => ({
        ...operation,
        steps: operation.steps?.map((step) =>
          step.map((call) => (call.kind === 'publish' ? { ...call, relation: 'parent' as const } : call)),
        ),
      })),
    }
    const generator = new TrafficGenerator(graph, { random: createRandom(1) })
    generator.generate(200)
    const spans = Array.from({ length: generator.batch.spanCount }, (_, row) => toSpan(generator.batch, row))
    const consumers = spans.filter((span) => span.kind === 'CONSUMER')
    expect(consumers.length).toBeGreaterThan(10)
    for (const consumer of consumers) {
      const parent = spans.find((span) => span.spanId === consumer.parentSpanId)!
      expect(parent).toMatchObject({ kind: 'PRODUCER', traceId: consumer.traceId })
      expect(parent.endMs).toBeLessThanOrEqual(consumer.startMs)
    }
  })
})

describe('time', () => {
  test('advancing in small steps gives what advancing at once gives', () => {
    const whole = new TrafficGenerator(shop, { random: createRandom(9) })
    const steps = new TrafficGenerator(shop, { random: createRandom(9) })
    whole.advance(2000)
    for (let at = 100; at <= 2000; at += 100) steps.advance(at)
    expect(bytesOf(steps.batch)).toBe(bytesOf(whole.batch))
  })

  test('traces start at the rate of the entries', () => {
    const generator = new TrafficGenerator(shop, { random: createRandom(4) })
    generator.advance(60_000)
    const consumers = generator.batch.linkCount
    expect((generator.batch.traceCount - consumers) / 60).toBeGreaterThan(72)
    expect((generator.batch.traceCount - consumers) / 60).toBeLessThan(88)
  })

  test('a processor that exports every five seconds sends all at its ticks, and processes do not tick together', () => {
    const options = { networkLag: { kind: 'fixed', ms: 0 }, exportIntervalMs: 5000 } as const
    const generator = new TrafficGenerator(shop, { random: createRandom(4), ...options })
    generator.advance(20_000)
    const { batch } = generator
    const moments = new Map<number, Set<number>>()
    let longest = 0
    for (let row = 0; row < batch.spanCount; row += 1) {
      longest = Math.max(longest, batch.arrival[row]! - batch.end[row]!)
      const phase = Math.round(batch.arrival[row]! % 5000)
      moments.set(batch.resource[row]!, (moments.get(batch.resource[row]!) ?? new Set()).add(phase))
    }
    expect(longest).toBeLessThanOrEqual(5000 + 1e-6)
    expect([...moments.values()].every((phases) => phases.size === 1)).toBe(true)
    expect(new Set([...moments.values()].flatMap((phases) => [...phases])).size).toBe(moments.size)
  })
})

describe('a batch', () => {
  test('that is cleared and filled again holds only the new spans', () => {
    const once = new TrafficGenerator(shop, { random: createRandom(2) })
    once.generate(50)
    once.batch.clear()
    once.generate(50)
    for (let row = 0; row < once.batch.spanCount; row += 1) {
      const span = toSpan(once.batch, row)
      expect('error.type' in span.attributes).toBe(span.status === 'ERROR')
      expect('user.id' in span.attributes).toBe(span.parentSpanId === '' && span.kind === 'SERVER')
    }
  })

  test('that the fast path refills bears no trace of the failures before', () => {
    const traffic = new FixedTraffic(eightSpans, { random: createRandom(2) })
    for (let round = 0; round < 5; round += 1) {
      const batch = traffic.refill(200)
      for (let row = 0; row < batch.spanCount; row += 1) {
        const { status, attributes, kind } = toSpan(batch, row)
        expect('error.type' in attributes).toBe(status === 'ERROR')
        if (kind === 'SERVER')
          expect(attributes['http.response.status_code']).toBe(status === 'ERROR' ? 500 : 200)
      }
    }
  })

  test('refuses a row that it does not have', () => {
    expect(() => toSpan(new SpanBatch({ services: [], operations: [], resources: [] }), 0)).toThrow(
      RangeError,
    )
  })
})
