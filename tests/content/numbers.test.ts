import { describe, expect, test } from 'vitest'
import { checkoutTrace, criticalPath } from '@/components/figures/checkout-trace'
import { readTable } from './support/lesson-table'
import { lessons } from './support/library'

const { lesson } = lessons.find((files) => files.slug === 'the-opentelemetry-mental-model')!
const path = criticalPath(checkoutTrace)
const onPath = (...ids: string[]): number =>
  path.filter((part) => ids.includes(part.span)).reduce((sum, part) => sum + part.end - part.start, 0)

const tableUnder = (header: string) => readTable(lesson, header, '*')

describe('the slow checkout', () => {
  test('every child lies within its parent', () => {
    for (const span of checkoutTrace) {
      const parent = checkoutTrace.find((other) => other.id === span.parent)
      expect(span.start, span.name).toBeGreaterThanOrEqual(parent?.start ?? 0)
      expect(span.end, span.name).toBeLessThanOrEqual(parent?.end ?? 2100)
    }
  })

  test('every SERVER span but the root is the child of a CLIENT span of another service', () => {
    for (const span of checkoutTrace.filter(({ kind, parent }) => kind === 'SERVER' && parent)) {
      const parent = checkoutTrace.find((other) => other.id === span.parent)
      expect(parent?.kind).toBe('CLIENT')
      expect(parent?.service).not.toBe(span.service)
    }
  })

  test('the critical path has no gap and no overlap and is as long as the request', () => {
    let now = 0
    for (const part of path) {
      expect(part.start).toBe(now)
      now = part.end
    }
    expect(now).toBe(2100)
  })

  test('work beside the path is not on it', () => {
    const root = {
      service: 'a',
      kind: 'SERVER',
      name: 'root',
      parent: null,
      id: 'root',
      start: 0,
      end: 100,
    } as const
    const slow = { ...root, id: 'slow', parent: 'root', start: 10, end: 90 }
    const beside = { ...root, id: 'beside', parent: 'root', start: 10, end: 60 }
    expect(criticalPath([root, slow, beside])).toEqual([
      { span: 'root', start: 0, end: 10 },
      { span: 'slow', start: 10, end: 90 },
      { span: 'root', start: 90, end: 100 },
    ])
  })

  test('the table of the worked example says what the trace says', () => {
    const inventory = onPath('9e64c02d7fb1a835', 'c8170d5ae3964fb2')
    const wait = onPath('6d2c9be1074fa853')
    const first = checkoutTrace.find((span) => span.name === 'SELECT cards')!
    const last = checkoutTrace.find((span) => span.name === 'UPDATE charges')!
    // A connection is held from the end of the wait until just after the last statement.
    const held = 2062 - 1862
    expect(first.start).toBeGreaterThan(1862)
    expect(last.end).toBeLessThanOrEqual(2062)
    const rest = 2100 - inventory - wait - held
    expect(tableUnder('On the path').map((row) => row[1])).toEqual([
      `${inventory} ms`,
      `${wait.toLocaleString('en-GB')} ms`,
      `${held} ms`,
      `${rest} ms`,
      '2,100 ms',
    ])
  })
})

describe('the numbers of the text', () => {
  test('the share that tail sampling keeps is e + 0.1 (1 - e)', () => {
    const rows = tableUnder('Errors and slow traces')
    expect(rows.length).toBeGreaterThanOrEqual(4)
    for (const [troubled, kept, dropped] of rows) {
      const e = Number.parseFloat(troubled!) / 100
      const share = e + 0.1 * (1 - e)
      expect(kept).toBe(`${(share * 100).toFixed(1)} %`)
      expect(dropped).toBe(`${((1 - share) * 100).toFixed(1)} %`)
    }
  })

  test('in spans it keeps 22 %', () => {
    const kept = 95 * 12 + 50 * 36
    const all = 950 * 12 + 50 * 36
    expect([kept, all, Math.round((kept / all) * 100)]).toEqual([2940, 13_200, 22])
    expect(lesson).toContain('2,940 of 13,200 spans: **22 %**')
  })

  test('among what is kept the troubled are 34 %', () => {
    expect(Math.round((50 / 145) * 100)).toBe(34)
    expect(lesson).toContain('Among the 145 traces kept, 50 are troubled: 34 %')
  })

  test('series and sets multiply as the text says', () => {
    const sets = 5 * 6 * 20
    const perSet = 14 + 1 + 2
    for (const number of [sets * 1_000_000, sets * perSet, sets * perSet * 12])
      expect(lesson).toContain(number.toLocaleString('en-GB'))
  })
})
