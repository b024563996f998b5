import { describe, expect, test } from 'vitest'
import {
  arrivalOrder,
  ColumnTailFleet,
  compileTailSampling,
  createRandom,
  defaultTailSamplingSettings,
  type Routing,
  shop,
  TailSamplingFleet,
  TrafficGenerator,
  toSpan,
} from '@/lib/engine'

const compiled = compileTailSampling({
  ...defaultTailSamplingSettings,
  decisionWaitMs: 3000,
  policies: [
    { name: 'errors', type: 'status_code', status_code: { status_codes: ['ERROR'] } },
    { name: 'slow', type: 'latency', latency: { threshold_ms: 150 } },
    { name: 'tenth', type: 'probabilistic', probabilistic: { sampling_percentage: 10 } },
  ],
})
if (!compiled.ok) throw new Error(compiled.message)
const sampling = compiled.value
const endpoints = ['one:4317', 'two:4317', 'three:4317']
const endMs = 60_000

function traffic() {
  const generator = new TrafficGenerator(shop, { random: createRandom(5) })
  generator.generate(400)
  return { batch: generator.batch, order: arrivalOrder(generator.batch) }
}

function routing(kind: Routing['kind']): Routing {
  return kind === 'any' ? { kind, random: createRandom(9) } : { kind }
}

/** Which rows each collector sends on, in columns. */
function keptInColumns(kind: Routing['kind'], names = endpoints) {
  const { batch, order } = traffic()
  const kept = names.map(() => new Set<number>())
  const fleet = new ColumnTailFleet(sampling, batch, names, routing(kind), 0, (collector) => ({
    onForward(_, rows) {
      for (const row of rows) kept[collector]!.add(row)
    },
  }))
  for (const row of order.subarray(0, batch.spanCount)) fleet.ingest(row, batch.arrival[row]!)
  fleet.advance(endMs)
  expect(fleet.spansHeld).toBe(0)
  return kept.map((rows) => [...rows].sort((one, other) => one - other))
}

/** The same by the fleet over objects, each span a request of its own. */
function keptAsObjects(kind: Routing['kind']) {
  const { batch, order } = traffic()
  const rowOf = new Map<object, number>()
  const kept = new Map(endpoints.map((endpoint) => [endpoint, new Set<number>()]))
  const fleet = new TailSamplingFleet(sampling, endpoints, routing(kind), 0, (endpoint) => ({
    onForward: ({ resourceSpans }) => {
      for (const { spans } of resourceSpans)
        for (const span of spans) kept.get(endpoint)!.add(rowOf.get(span)!)
    },
  }))
  for (const row of order.subarray(0, batch.spanCount)) {
    const span = toSpan(batch, row)
    rowOf.set(span, row)
    fleet.ingest(
      [{ attributes: batch.catalog.resources[batch.resource[row]!]!.attributes, spans: [span] }],
      batch.arrival[row]!,
    )
  }
  fleet.advance(endMs)
  return endpoints.map((endpoint) => [...kept.get(endpoint)!].sort((one, other) => one - other))
}

describe('several collectors over columns', () => {
  test.each(['any', 'service', 'trace-id'] as const)(
    'keep span for span what they keep as objects, routed by %s',
    (kind) => {
      const kept = keptInColumns(kind)
      expect(kept.flat().length).toBeGreaterThan(50)
      expect(kept).toEqual(keptAsObjects(kind))
    },
  )

  test('that share the spans of a trace break it, and routing by trace id does not', () => {
    const { batch } = traffic()
    const isBroken = (trace: number, rows: ReadonlySet<number>) => {
      const all = batch.firstSpan[trace + 1]! - batch.firstSpan[trace]!
      let found = 0
      for (let row = batch.firstSpan[trace]!; row < batch.firstSpan[trace + 1]!; row += 1)
        if (rows.has(row)) found += 1
      return found > 0 && found < all
    }
    const broken = (kind: Routing['kind']) => {
      const rows = new Set(keptInColumns(kind).flat())
      return Array.from({ length: batch.traceCount }, (_, trace) => trace).filter((trace) =>
        isBroken(trace, rows),
      ).length
    }
    expect(broken('any')).toBeGreaterThan(5)
    expect(broken('service')).toBeGreaterThan(5)
    expect(broken('trace-id')).toBe(0)
  })

  test('cannot be none', () => {
    expect(() => new ColumnTailFleet(sampling, traffic().batch, [], { kind: 'trace-id' })).toThrow(RangeError)
  })
})
