import { describe, expect, test } from 'vitest'
import { listFences } from '@/lib/content/lesson-source'
import { validateCollectorConfig } from '@/lib/engine/collector/config/validate-collector-config'
import { httpDurationBoundaries } from '@/lib/engine/metrics/aggregation'
import { countChurnedSeries } from '@/lib/engine/metrics/churn'
import { MetricStream } from '@/lib/engine/metrics/metric-stream'
import { measureExemplarLabels } from '@/lib/engine/metrics/openmetrics-exemplar'
import { countPrometheusSeries } from '@/lib/engine/metrics/prometheus'
import { streamsOf } from '@/lib/engine/metrics/view'
import { readTable } from './support/lesson-table'
import { lessons } from './support/library'

const { lesson } = lessons.find((files) => files.slug === 'cardinality')!
const says = (words: string): void => expect(lesson).toContain(words)
const number = (value: number): string => value.toLocaleString('en-GB')

const tableUnder = (header: string) => readTable(lesson, header)

const sets = 28 * 3
const copies = 12
const bounds = httpDurationBoundaries.length

describe('the sets of web', () => {
  test('28 pairs of method and route with three codes each are 84 sets, 14 % of the ceiling', () => {
    const pairs = 14 + 4 * 2 + 2 * 3
    says(`14 + 8 + 6 = ${pairs} pairs`)
    says(`${pairs} × 3 = **${sets}** sets: ${Math.round((sets / (5 * 20 * 6)) * 100)} % of the ceiling`)
  })

  test('each attribute multiplies by its values for each set', () => {
    for (const [, values, wanted] of tableUnder('Attribute added to the 84 sets'))
      expect(wanted).toBe(number(sets * Number(values!.replaceAll(',', ''))))
    says(`more than "${number(5 * 20 * 6 * 60)}"`)
  })

  test('each instrument makes the series that Prometheus makes of it', () => {
    const kinds = [
      ['counter', 0],
      ['histogram', bounds],
      ['histogram', 6],
      ['summary', 3],
      ['native_histogram', 0],
    ] as const
    expect(tableUnder('Instrument').map((row) => row.slice(1))).toEqual(
      kinds.map(([kind, parts]) => [
        number(countPrometheusSeries(kind, 1, parts)),
        number(countPrometheusSeries(kind, sets, parts, copies)),
      ]),
    )
  })

  test('replaced every four hours they are six times as many in a day', () => {
    const churn = {
      pods: copies,
      seriesPerPod: countPrometheusSeries('histogram', sets, bounds),
      replaceEveryHours: 4,
    }
    says(`6 × 17,136 = **${number(countChurnedSeries({ ...churn, windowHours: 24 }))}** series`)
  })
})

describe('the store that filled', () => {
  const perSet = countPrometheusSeries('histogram', 1, bounds)
  const before = 60 * perSet * 8
  const after = 2000 * perSet * 8

  test('its series add up', () => {
    says(`60 × 17 × 8 = ${number(before)} series`)
    says(`2,000 × 17 × 8 = ${number(after)} series`)
    says(`310,000 + ${number(after - before)} = ${number(310_000 + after - before)}`)
    says(`6 × ${number(after)} = ${number(6 * after)}`)
    says(`Ten new sets a second in each copy are ${number(10 * 86_400)} a day`)
  })

  test('an SDK that counts the overflow as a place puts 94.6 % of an hour into it', () => {
    const [config] = streamsOf({ name: 'http.server.request.duration', kind: 'counter' }, [])
    const stream = new MetricStream(config!, { limitRule: 'opentelemetry-js' })
    for (let usual = 0; usual < 60; usual += 1) stream.record(1, { 'http.route': `/usual-${usual}` })
    let fullAfter: number | null = null
    for (let id = 0; id < 36_000; id += 1) {
      stream.record(1, { 'http.route': `/reservations/R-${id}` })
      if (stream.overflowed > 0) fullAfter ??= id / 10
    }
    expect(Math.round(fullAfter!)).toBe(194)
    says(
      `${number(36_000 - stream.overflowed)} have a place, and ${number(stream.overflowed)} are in the overflow`,
    )
    says(`**${((stream.overflowed / 36_000) * 100).toFixed(1)} %**`)
  })
})

test('one user id of 36 characters fits beside the ids of an exemplar, a second does not', () => {
  const ids = { trace_id: '7c9e2f41d8ab4e06935f1b2ac4d0e8f7', span_id: '3fa7816d95ec20b4' }
  const user = 'u'.repeat(36)
  const one = measureExemplarLabels({ ...ids, user_id: user })
  expect([one.chars, one.allowed]).toEqual([106, true])
  expect(measureExemplarLabels({ ...ids, user_id: user, other_id: user }).allowed).toBe(false)
  says('That makes 106')
})

test('the configuration of the Collector is one that starts', () => {
  const [config] = listFences(lesson).filter((fence) => fence.meta === 'collector')
  const report = validateCollectorConfig(config!.code)
  expect([report.stage, report.diagnoses]).toEqual(['running', []])
})
