import { describe, expect, test } from 'vitest'
import { listFences } from '@/lib/content/lesson-source'
import { parseTraceparent } from '@/lib/engine/propagation/traceparent'
import { lessons } from './support/library'

const { lesson } = lessons.find((files) => files.slug === 'context-propagation-and-baggage')!
const number = (text: string): number => Number(text.replaceAll(',', ''))

describe('the traces that got shorter', () => {
  const rows = [...lesson.matchAll(/^\| `(\w+)` \| ([A-Z]+) \| ([\d,]+) \| ([\d,]+) \| ([\d,]+) \|$/gm)].map(
    ([, service, kind, spans, roots, expected]) => ({
      service,
      kind,
      spans: number(spans!),
      roots: number(roots!),
      expected: number(expected!),
    }),
  )
  const sum = (of: 'roots' | 'expected'): string =>
    rows.reduce((total, row) => total + row[of], 0).toLocaleString('en-GB')

  test('there are as many traces as roots', () => {
    expect(rows).toHaveLength(6)
    expect(lesson).toContain(`there should be ${sum('expected')} traces. There are ${sum('roots')}.`)
  })

  test('three of four gateways break three quarters of the orders', () => {
    const broken = rows.find((row) => row.service === 'checkout')!
    expect(broken.roots / broken.spans).toBe(3 / 4)
  })

  test('halves are kept for themselves at ten per cent', () => {
    const cut = rows.find((row) => row.service === 'checkout')!.roots
    expect(lesson).toContain(`${cut} × 0.1 × 0.1 = **${Math.round(cut * 0.01)}**`)
    expect(lesson).toContain(`${cut} × 2 × 0.1 × 0.9 = **${Math.round(cut * 0.18)}**`)
  })
})

test('one kilobyte of baggage on four hops at 50 orders a second is 200 kB a second', () => {
  const hops = 3 + 1
  expect(lesson).toContain('three requests and a message')
  expect(lesson).toContain(`at 50 orders a second ${hops * 50} kilobytes a second`)
})

test('the verdicts on a traceparent that the example prints are those of the engine', () => {
  const example = listFences(lesson).find(({ code }) => code.includes("console.log('as it should be"))!
  const id = /const id = '(\w+)'/.exec(example.code)![1]!
  const headers = [...example.code.matchAll(/judge\(`(.*)`\)/g)].map(([, header]) =>
    header!.replace(/\$\{id\.toUpperCase\(\)\}/, id.toUpperCase()).replace(/\$\{id\}/, id),
  )
  const output = listFences(lesson)
    .find(({ code }) => code.startsWith('as it should be'))!
    .code.split('\n')
  expect(headers).toHaveLength(output.length)
  for (const [index, header] of headers.entries())
    expect(output[index]!.endsWith('goes on'), header).toBe(parseTraceparent(header).valid)
})
