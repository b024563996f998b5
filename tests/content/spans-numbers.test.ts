import { describe, expect, test } from 'vitest'
import { cartTrace } from '@/components/figures/cart-trace'
import { checkoutTrace, criticalPath, type TraceSpan } from '@/components/figures/checkout-trace'
import { readTable } from './support/lesson-table'
import { lessons } from './support/library'

const { lesson } = lessons.find((files) => files.slug === 'spans-the-anatomy-of-work')!
const says = (words: string): void => expect(lesson).toContain(words)

const tableUnder = (header: string) => readTable(lesson, header, '*')

const trace = cartTrace()
const path = criticalPath(trace)
const total = (spans: readonly TraceSpan[]): number => spans.find(({ parent }) => parent === null)!.end
const onPath = (holds: (span: TraceSpan) => boolean): number =>
  path
    .filter((part) => holds(trace.find((span) => span.id === part.span)!))
    .reduce((sum, part) => sum + part.end - part.start, 0)

describe('the sluggish cart', () => {
  test('is a trace: children lie within their parents, and a SERVER span is the child of a CLIENT span', () => {
    for (const span of trace) {
      const parent = trace.find((other) => other.id === span.parent)
      expect(span.start).toBeGreaterThanOrEqual(parent?.start ?? 0)
      expect(span.end).toBeLessThanOrEqual(parent?.end ?? 900)
      if (span.kind === 'SERVER' && parent) expect(parent.kind).toBe('CLIENT')
    }
  })

  test('its critical path is as the table says', () => {
    const inside = onPath((span) => span.service === 'inventory')
    const way = onPath((span) => span.service === 'checkout' && span.name === 'GET')
    const query = onPath((span) => span.name === 'SELECT carts')
    const between = 23 * 6
    const ends = onPath((span) => span.service === 'web' || span.id === 'cart') - between
    const quote = onPath((span) => span.id === 'quote' || span.service === 'payment')
    expect(tableUnder('On the path').map((row) => row[1])).toEqual(
      [inside, way, between, query, ends, quote, 900].map((ms) => `${ms} ms`),
    )
    expect(inside + way + between + query + ends + quote).toBe(total(trace))
  })

  test('its three repairs gain what the table says', () => {
    const repairs = [{ quoteMs: 100 }, { concurrent: true }, { concurrent: true, quoteMs: 100 }]
    expect(tableUnder('Repair').map((row) => row.slice(1))).toEqual(
      repairs.map((repair) => {
        const now = total(cartTrace(repair))
        return [`${now} ms`, `${900 - now} ms`]
      }),
    )
  })

  test('the slack of the quote is the most that the staircase can give', () => {
    const steps = trace.filter((span) => span.service === 'checkout' && span.name === 'GET')
    const quote = trace.find((span) => span.id === 'quote')!
    const first = steps[0]!
    const last = steps.at(-1)!
    const slack = last.end - quote.end
    says(`${last.end} − ${quote.end} = ${slack} ms`)
    expect(total(trace) - total(cartTrace({ concurrent: true }))).toBe(slack)
    says(`from ${last.end - first.start} ms to ${first.end - first.start}`)
    says(`and not ${last.end - first.start - (first.end - first.start)}`)
    says(`at ${last.end}. Go to its start, at ${last.start}`)
  })

  test('after the first repair the quote is on the path, before it is not', () => {
    const waits = (spans: readonly TraceSpan[]): boolean =>
      criticalPath(spans).some((part) => part.span.startsWith('quote'))
    expect([waits(trace), waits(cartTrace({ concurrent: true }))]).toEqual([false, true])
  })
})

test('five orders with a span for every function do not fit into the queue', () => {
  const each = checkoutTrace.length + 2 * 200
  says(`5 × ${each} = ${(5 * each).toLocaleString('en-GB')} spans`)
  expect(5 * each - 2048).toBe(12)
})
