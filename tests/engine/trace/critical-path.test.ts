import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createRandom,
  criticalPath,
  type PathSpan,
  pathTimes,
  type SpanKind,
  shop,
  TrafficGenerator,
  toSpan,
} from '@/lib/engine'

const span = (
  spanId: string,
  parentSpanId: string,
  startMs: number,
  endMs: number,
  kind: SpanKind = 'INTERNAL',
): PathSpan => ({ spanId, parentSpanId, kind, startMs, endMs })

/** The path as a sentence: “root 0–2, a 2–8”. */
const told = (spans: readonly PathSpan[]) =>
  criticalPath(spans)
    .parts.map((part) => `${spans[part.span]!.spanId} ${part.startMs}–${part.endMs}`)
    .join(', ')

describe('the critical path', () => {
  test('of calls one after another goes through each, and through the gaps between them', () => {
    const spans = [span('root', '', 0, 100), span('a', 'root', 10, 40), span('b', 'root', 50, 90)]
    expect(told(spans)).toBe('root 0–10, a 10–40, root 40–50, b 50–90, root 90–100')
  })

  test('of parallel calls goes through the one that ends last, however long the others took', () => {
    const spans = [span('root', '', 0, 100), span('long', 'root', 5, 80), span('last', 'root', 70, 95)]
    expect(told(spans)).toBe('root 0–70, last 70–95, root 95–100')
    const together = [span('root', '', 0, 100), span('a', 'root', 10, 60), span('b', 'root', 10, 90)]
    expect(told(together)).toBe('root 0–10, b 10–90, root 90–100')
  })

  test('is not told by the longest leaf: a chain of short calls beside it decides', () => {
    const spans = [
      span('root', '', 0, 100),
      span('leaf', 'root', 0, 70),
      span('chain', 'root', 0, 96),
      ...[0, 1, 2, 3].map((at) => span(`link${at}`, 'chain', at * 24, at * 24 + 24)),
    ]
    expect(told(spans)).toBe('link0 0–24, link1 24–48, link2 48–72, link3 72–96, root 96–100')
  })

  test('does not wait for messages, nor for work that outlives its parent in the same process', () => {
    const spans = [
      span('root', '', 0, 100, 'SERVER'),
      span('send', 'root', 20, 30, 'PRODUCER'),
      span('mail', 'send', 25, 29, 'CONSUMER'),
      span('background', 'root', 40, 400),
    ]
    expect(told(spans)).toBe('root 0–20, send 20–30, root 30–100')
  })

  test('counts a callee within its caller that gave up', () => {
    const spans = [
      span('root', '', 0, 60, 'SERVER'),
      span('call', 'root', 5, 55, 'CLIENT'),
      span('callee', 'call', 10, 200, 'SERVER'),
      span('query', 'callee', 20, 150, 'CLIENT'),
    ]
    expect(told(spans)).toBe('root 0–5, call 5–10, callee 10–20, query 20–55, root 55–60')
  })

  test('cuts off what a skewed clock claims, and says whose clock it is', () => {
    const spans = [
      span('root', '', 0, 60, 'SERVER'),
      span('call', 'root', 10, 50, 'CLIENT'),
      span('callee', 'call', 4, 40, 'SERVER'),
      span('elsewhere', 'call', 90, 120, 'SERVER'),
    ]
    expect(told(spans)).toBe('root 0–10, callee 10–40, call 40–50, root 50–60')
    expect(criticalPath(spans).skewed).toEqual([2])
  })

  test('of a trace whose root is missing begins with the first span that has no parent here', () => {
    const spans = [span('b', 'gone', 20, 40), span('a', 'gone', 10, 50), span('c', 'a', 20, 30)]
    expect(told(spans)).toBe('a 10–20, c 20–30, a 30–50')
    expect(criticalPath([])).toEqual({ root: -1, parts: [], skewed: [] })
    expect(criticalPath([span('own', 'own', 0, 5)]).root).toBe(-1)
  })

  test('prefers a real root to an earlier span whose parent is missing', () => {
    const spans = [span('stray', 'gone', 0, 9), span('root', '', 5, 20)]
    expect(criticalPath(spans).root).toBe(1)
  })
})

const kinds: SpanKind[] = ['INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER']

/** Any tree, with any times: overlapping, outlasting, skewed, empty. */
const anyTrace = fc
  .array(
    fc.record({
      parent: fc.nat(),
      start: fc.integer({ min: 0, max: 200 }),
      length: fc.integer({ min: 0, max: 200 }),
      kind: fc.constantFrom(...kinds),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((rows) =>
    rows.map(({ parent, start, length, kind }, at) =>
      span(`${at}`, at === 0 ? '' : `${parent % at}`, start, start + length, kind),
    ),
  )

function expectWhole(spans: readonly PathSpan[]): void {
  const path = criticalPath(spans)
  const root = spans[path.root]!
  let now = root.startMs
  for (const part of path.parts) {
    expect(part.startMs).toBe(now)
    expect(part.endMs).toBeGreaterThan(part.startMs)
    const own = spans[part.span]!
    expect(part.startMs).toBeGreaterThanOrEqual(own.startMs)
    expect(part.endMs).toBeLessThanOrEqual(own.endMs)
    now = part.endMs
  }
  expect(now).toBe(path.parts.length === 0 ? root.startMs : root.endMs)
  if (path.parts.length === 0) expect(root.endMs).toBe(root.startMs)
}

describe('of any trace', () => {
  test('the parts have no gap and no overlap, lie within their spans and are as long as the root', () => {
    fc.assert(fc.property(anyTrace, expectWhole))
  })

  test('the order of the spans makes no difference', () => {
    fc.assert(
      fc.property(anyTrace, fc.infiniteStream(fc.nat()), (spans, dice) => {
        const shuffled = spans
          .map((each) => ({ each, key: dice.next().value as number }))
          .sort((one, other) => one.key - other.key)
          .map(({ each }) => each)
        // Two children with the same times are one as good as the other: which is meant is left to their order.
        const windows = spans.slice(1).map((each) => `${each.startMs} ${each.endMs}`)
        fc.pre(new Set(windows).size === windows.length)
        expect(told(shuffled)).toBe(told(spans))
      }),
    )
  })

  test('a span beside the path may vanish with all below it, and nothing changes', () => {
    fc.assert(
      fc.property(anyTrace, (spans) => {
        const own = pathTimes(criticalPath(spans), spans.length)
        const beside = (at: number): boolean =>
          own[at] === 0 && spans.every((child, index) => child.parentSpanId !== `${at}` || beside(index))
        const kept = spans.filter((_, at) => {
          for (let up = at; up > 0; up = Number(spans[up]!.parentSpanId)) if (beside(up)) return false
          return true
        })
        if (kept.length > 0 && kept[0] === spans[0]) expect(told(kept)).toBe(told(spans))
      }),
    )
  })

  test('of generated traffic too, and a query is on the path or beside it for as long as it took or less', () => {
    const generator = new TrafficGenerator(shop, { random: createRandom(3) })
    generator.generate(200)
    const { batch } = generator
    for (let trace = 0; trace < batch.traceCount; trace += 1) {
      const spans = Array.from({ length: batch.firstSpan[trace + 1]! - batch.firstSpan[trace]! }, (_, at) =>
        toSpan(batch, batch.firstSpan[trace]! + at),
      )
      expectWhole(spans)
      expect(criticalPath(spans).skewed).toEqual([])
    }
  })
})

test('a trace a hundred thousand spans deep has a path', () => {
  const spans = Array.from({ length: 100_000 }, (_, at) =>
    span(`${at}`, at === 0 ? '' : `${at - 1}`, at, 400_000 - at),
  )
  expect(criticalPath(spans).parts.length).toBe(2 * 100_000 - 1)
})
