import { describe, expect, test } from 'vitest'
import { createRandom, type Span, shop, TrafficGenerator } from '@/lib/engine'
import { measuredAs } from '@/lib/simulators/trace/measured-as'
import { openTrace } from '@/lib/simulators/trace/open-trace'
import { createTraceStore } from '@/lib/simulators/trace/trace-store'
import { countWords, durationWords } from '@/lib/simulators/trace/words'

const generator = new TrafficGenerator(shop, { random: createRandom(12) })
generator.generate(200)
const store = createTraceStore(generator.batch)
const traces = Array.from({ length: generator.batch.traceCount }, (_, trace) => trace)

describe('an opened trace', () => {
  test('has every span once, parents before their children, and a depth that is one more than the parent’s', () => {
    for (const trace of traces) {
      const opened = openTrace(store.spansOf(trace), store.logsOf(trace))!
      expect(opened.rows.map(({ span }) => span.spanId).sort()).toEqual(
        store
          .spansOf(trace)
          .map(({ spanId }) => spanId)
          .sort(),
      )
      for (const [at, row] of opened.rows.entries()) {
        if (at === 0) {
          expect(row).toMatchObject({ depth: 0, parent: -1 })
          continue
        }
        const parent = opened.rows[row.parent]!
        expect(row.parent).toBeLessThan(at)
        expect(row.depth).toBe(parent.depth + 1)
        expect(row.span.parentSpanId).toBe(parent.span.spanId)
      }
    }
  })

  test('hangs each log on the span that it was written in', () => {
    const opened = traces.map((trace) => openTrace(store.spansOf(trace), store.logsOf(trace))!)
    const hung = opened.flatMap(({ rows }) => rows.flatMap(({ logs }) => logs))
    expect(hung.length).toBe(store.logs.count)
    for (const { rows } of opened)
      for (const { span, logs } of rows) for (const log of logs) expect(log.spanId).toBe(span.spanId)
  })

  test('shares out the whole of the caller’s wait', () => {
    for (const trace of traces) {
      const { shares, rootMs, wholeMs } = openTrace(store.spansOf(trace), [])!
      expect(shares.reduce((sum, { ms }) => sum + ms, 0)).toBeCloseTo(rootMs, 6)
      expect(wholeMs).toBeGreaterThanOrEqual(rootMs)
      expect(shares).toEqual(shares.toSorted((one, other) => other.ms - one.ms))
    }
  })

  test('is none without a root', () => {
    expect(openTrace([], [])).toBeNull()
    const orphan = { ...store.spansOf(0)[0]!, parentSpanId: 'f'.repeat(16) }
    expect(openTrace([orphan], [])).toBeNull()
  })
})

test('a span is counted in the histogram of its kind', () => {
  const span = (kind: Span['kind'], attributes: Span['attributes'] = {}) =>
    measuredAs({ ...store.spansOf(0)[0]!, kind, attributes })
  expect(span('SERVER')).toBe('http.server.request.duration')
  expect(span('CLIENT')).toBe('http.client.request.duration')
  expect(span('CLIENT', { 'db.system.name': 'postgresql' })).toBe('db.client.operation.duration')
  expect(span('CONSUMER')).toBe('messaging.process.duration')
  expect(span('INTERNAL')).toBeNull()
})

test('durations are written as they are read', () => {
  expect([0, 0.44, 9.94, 9.96, 999, 1620, 12_340].map(durationWords)).toEqual([
    '0 ms',
    '0.4 ms',
    '9.9 ms',
    '10 ms',
    '999 ms',
    '1.62 s',
    '12.3 s',
  ])
  expect([countWords(1, 'span'), countWords(2, 'span')]).toEqual(['a span', '2 spans'])
})
