import { describe, expect, test } from 'vitest'
import { listFences } from '@/lib/content/lesson-source'
import { validateCollectorConfig } from '@/lib/engine/collector/config/validate-collector-config'
import { countPrometheusSeries } from '@/lib/engine/metrics/prometheus'
import { lessons } from './support/library'

const { lesson } = lessons.find((files) => files.slug === 'designing-telemetry-for-a-service')!
const written = (value: number): string => value.toLocaleString('en-GB')
const euros = (value: number): string =>
  `${value.toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} €`

const copies = 6
const httpBounds = 14
const designed = {
  'http.server.request.duration': countPrometheusSeries('histogram', 4 * 6, httpBounds + 1),
  'http.client.request.duration': countPrometheusSeries('histogram', 2 * 6, httpBounds),
  'db.client.operation.duration': countPrometheusSeries('histogram', 3 * 3, 9),
  'shop.orders': countPrometheusSeries('counter', 5 * 4 * 2),
}
const perCopy = Object.values(designed).reduce((sum, series) => sum + series, 0)
const pool = 2 + 1 + 1 + countPrometheusSeries('histogram', 1, 9)

describe('the series of the design', () => {
  test('each row of the table is sets times series', () => {
    for (const [name, series] of Object.entries(designed))
      expect(lesson, name).toMatch(new RegExp(`^\\| \`${name}\` \\|.*\\| ${series} \\|$`, 'm'))
    expect(lesson).toContain(`**${perCopy}** |`)
    expect(lesson).toContain(`${perCopy} × ${copies} = ${written(perCopy * copies)} series`)
  })

  test('as native histograms each set is one', () => {
    const sets = 4 * 6 + 2 * 6 + 3 * 3 + 5 * 4 * 2
    expect(lesson).toContain(`the whole is ${sets} instead of ${perCopy}`)
  })

  test('the pool brings it to 4,800', () => {
    expect(lesson).toContain(`${perCopy} + ${pool} = ${perCopy + pool} for each copy`)
    expect(written((perCopy + pool) * copies)).toBe('4,800')
  })

  test('the old histogram overflowed on every copy', () => {
    const old = countPrometheusSeries('histogram', 2001, 15, copies)
    expect(lesson).toContain(`2,001 × 18 × 6 = **${written(old)}** series`)
  })
})

describe('the budget', () => {
  const orders = 10 * 86_400 * 30
  const kept = 20 * 12 + 49 * 6
  const all = 980 * 6 + 20 * 12
  const before = { spans: orders * 31 * 500, logs: orders * 14 * 300, series: 2001 * 18 * copies }
  const planned = {
    spans: (orders / 1000) * kept * 500,
    logs: orders * 0.1 * 600,
    series: (perCopy + pool) * copies,
  }
  const prices = ({ spans, logs, series }: typeof before): [number, number, number] => [
    (spans / 1e9) * 0.3,
    (logs / 1e9) * 0.3,
    (series / 1000) * 8,
  ]
  const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0)

  test('the share of spans kept is that of the policies', () => {
    expect(lesson).toContain(
      `= ${kept} spans are kept of 980 × 6 + 20 × 12 = ${written(all)}: **${((kept / all) * 100).toFixed(1)} %**`,
    )
  })

  test('spans, records and prices are those of 25,920,000 orders', () => {
    expect(lesson).toContain(`brings ${written(orders)} orders`)
    expect(lesson).toContain(`| Spans kept | ${written(orders * 31)} | ${written((orders / 1000) * kept)} |`)
    const rows = ['spans', 'logs', 'series']
    for (const [index, name] of rows.entries())
      expect(lesson).toContain(
        `| Price of ${name} | ${euros(prices(before)[index]!)} | ${euros(prices(planned)[index]!)} |`,
      )
    expect(lesson).toContain(`| **${euros(sum(prices(before)))}** | **${euros(sum(prices(planned)))}** |`)
  })

  test('one metric was 92 % of the bill, and 1 % of the traces would have saved 119 euros', () => {
    const [spans, , series] = prices(before)
    expect(Math.round((series / sum(prices(before))) * 100)).toBe(92)
    expect(Math.round(spans * 0.99)).toBe(119)
    expect(lesson).toContain(
      `would have saved ${Math.round((spans * 99) / sum(prices(before)))} % of the bill`,
    )
  })

  test('half a percent of 28 days may be slow', () => {
    const month = 10 * 86_400 * 28
    expect(lesson).toContain(
      `28 days bring ${written(month)} orders. Half a percent is **${written(month * 0.005)}**`,
    )
  })
})

test('the queue lasts 41 seconds, and lasted 8', () => {
  const perSecond = (spans: number): number => (50 * spans) / copies
  expect(lesson).toContain(`2,048 / ${perSecond(6)} = **${Math.round(2048 / perSecond(6))} seconds**`)
  expect(lesson).toContain(
    `2,048 / ${Math.round(perSecond(31))} = **${Math.round(2048 / perSecond(31))} seconds**`,
  )
})

test('in the rehearsal a hundred orders wait 12.5 s after five minutes', () => {
  const served = 4 / 0.5
  const waiting = (50 / copies - served) * 300
  expect(Math.round(waiting)).toBe(100)
  expect(lesson).toContain(`a new one waits 100 / ${served} = ${100 / served} s`)
})

test('the configuration of the gateway is one that a Collector starts with', () => {
  const config = listFences(lesson).find(({ meta }) => meta === 'collector')!
  expect(validateCollectorConfig(config.code)).toMatchObject({ stage: 'running', diagnoses: [] })
})
