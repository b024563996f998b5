import { describe, expect, test } from 'vitest'
import {
  checkServiceGraph,
  createRandom,
  eightSpans,
  type Fault,
  FixedTraffic,
  type Operation,
  quantile,
  type ServiceGraph,
  type Span,
  shop,
  TrafficGenerator,
  toSpan,
} from '@/lib/engine'

function spansOf(faults: readonly Fault[], untilMs = 10_000): Span[] {
  const generator = new TrafficGenerator(shop, { random: createRandom(21), faults })
  generator.advance(untilMs)
  return Array.from({ length: generator.batch.spanCount }, (_, row) => toSpan(generator.batch, row))
}

const during = { fromMs: 2000, toMs: 6000 }
const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
const tookOf = (span: Span) => span.endMs - span.startMs
const isOn = (span: Span) => span.startMs >= during.fromMs && span.startMs < during.toMs
const share = (all: readonly Span[]) => all.filter((span) => span.status === 'ERROR').length / all.length
const parted = (spans: readonly Span[], name: string) => {
  const named = spans.filter((span) => span.name === name)
  return { on: named.filter(isOn), off: named.filter((span) => !isOn(span)) }
}

describe('a fault', () => {
  test('slow dependency: its queries take longer while it lasts, and the requests above them too', () => {
    const spans = spansOf([{ kind: 'slow-dependency', target: 'payment.read', factor: 20, ...during }])
    const query = parted(spans, 'SELECT cards')
    expect(mean(query.on.map(tookOf))).toBeGreaterThan(8 * mean(query.off.map(tookOf)))
    const request = parted(spans, 'POST /api/checkout')
    expect(mean(request.on.map(tookOf))).toBeGreaterThan(1.5 * mean(request.off.map(tookOf)))
  })

  test('error burst: failures climb from where they start to the root', () => {
    const spans = spansOf([{ kind: 'error-burst', target: 'payment.charge', rate: 0.5, ...during }])
    const charge = parted(spans, 'POST /charges')
    expect(share(charge.on)).toBeGreaterThan(0.4)
    expect(share(charge.on)).toBeLessThan(0.6)
    expect(share(charge.off)).toBeLessThan(0.05)
    // One retry each: the root fails where both tries did.
    const root = parted(spans, 'POST /api/checkout')
    expect(share(root.on)).toBeGreaterThan(share(root.off) + 0.03)
  })

  test('retry storm: one request becomes as many tries as are allowed, numbered', () => {
    const spans = spansOf([
      { kind: 'retry-storm', target: 'payment.charge', rate: 1, attempts: 5, ...during },
    ])
    const { on } = parted(spans, 'POST /charges')
    const resends = spans.map((span) => span.attributes['http.request.resend_count']).filter(Boolean)
    expect(Math.max(...resends.map(Number))).toBe(4)
    expect(on.length / (parted(spans, 'POST /orders').on.length || 1)).toBeGreaterThan(4)
  })

  test('pool exhaustion: requests wait for a connection, then give up without a query', () => {
    const faults: Fault[] = [
      { kind: 'pool-exhaustion', database: 'payments', connections: 1, ...during },
      { kind: 'slow-dependency', target: 'payment.read', factor: 60, ...during },
    ]
    const spans = spansOf(faults)
    const gaveUp = spans.filter((span) => span.attributes['error.type'] === 'connection_pool_timeout')
    expect(gaveUp.length).toBeGreaterThan(5)
    for (const span of gaveUp) {
      expect(span.name).toBe('POST /charges')
      expect(span.status).toBe('ERROR')
    }
  })

  test('without faults the declared rates hold, a 404 failing the client and not the server', () => {
    const spans = spansOf([], 60_000)
    expect(share(spans.filter((span) => span.name === 'POST /charges'))).toBeCloseTo(0.012, 2)
    const notFound = spans.filter((span) => span.attributes['http.response.status_code'] === 404)
    expect(notFound.length).toBeGreaterThan(50)
    for (const span of notFound) expect(span.status).toBe(span.kind === 'CLIENT' ? 'ERROR' : 'UNSET')
    expect(spans.some((span) => span.status === 'OK')).toBe(false)
  })
})

describe('a graph', () => {
  const broken = (change: Partial<ServiceGraph>) => checkServiceGraph({ ...shop, ...change })
  const operation = (id: string, calls: string): Operation => ({
    id,
    service: 'gateway',
    serves: { kind: 'local', name: id },
    selfTime: { kind: 'fixed', ms: 1 },
    steps: [[{ kind: 'local', operation: calls }]],
  })

  test('that holds together has no problems', () => {
    expect(checkServiceGraph(shop)).toEqual([])
    expect(checkServiceGraph(eightSpans)).toEqual([])
  })

  test('that does not says why, and is refused', () => {
    expect(broken({ entries: [] })).toEqual(['No entry: no trace would ever start'])
    expect(broken({ databases: [] })[0]).toContain('database payments does not exist')
    const circle = { operations: [operation('a', 'b'), operation('b', 'a')], entries: [] }
    expect(broken(circle)).toContain('Operations call each other in a circle: a, b, a')
    expect(broken({ operations: [...shop.operations, operation('x', 'payment.charge')] })[0]).toContain(
      'local',
    )
    expect(checkServiceGraph(shop, [{ kind: 'error-burst', target: 'nowhere', rate: 1, ...during }])).toEqual(
      ['Fault error-burst has a target that does not exist'],
    )
    expect(() => new TrafficGenerator({ ...shop, entries: [] }, { random: createRandom(1) })).toThrow(
      RangeError,
    )
  })

  test('whose traces vary has no fixed topology', () => {
    expect(() => new FixedTraffic(shop, { random: createRandom(1) })).toThrow(RangeError)
  })
})

describe('durations', () => {
  test('of the fixed topology are those of the graph: the same median and the same tail', () => {
    const at = (all: number[], part: number) => all.sort((a, b) => a - b)[Math.floor(all.length * part)]!
    const fixed = new FixedTraffic(eightSpans, { random: createRandom(1) }).refill(20_000)
    const graph = new TrafficGenerator(eightSpans, { random: createRandom(2) })
    graph.generate(20_000)
    for (const part of [0.5, 0.99]) {
      const roots = [fixed, graph.batch].map((batch) =>
        at(
          Array.from({ length: batch.traceCount }, (_, trace) => {
            const root = batch.firstSpan[trace]!
            return batch.end[root]! - batch.start[root]!
          }),
          part,
        ),
      )
      expect(roots[0]! / roots[1]!).toBeGreaterThan(0.95)
      expect(roots[0]! / roots[1]!).toBeLessThan(1.05)
    }
  })

  test('follow their distributions', () => {
    expect(quantile({ kind: 'fixed', ms: 7 }, 0.9)).toBe(7)
    expect(quantile({ kind: 'exponential', meanMs: 100 }, 0.5)).toBeCloseTo(69.3147, 3)
    expect(quantile({ kind: 'lognormal', medianMs: 10, sigma: 1 }, 0.5)).toBeCloseTo(10, 6)
    // One standard deviation above the median: e^1.
    expect(quantile({ kind: 'lognormal', medianMs: 10, sigma: 1 }, 0.841344746)).toBeCloseTo(27.18282, 3)
    expect(quantile({ kind: 'lognormal', medianMs: 10, sigma: 1 }, 0.001349898)).toBeCloseTo(
      10 * Math.exp(-3),
      4,
    )
  })
})
