import { describe, expect, test } from 'vitest'
import { checkoutTrace } from '@/components/figures/checkout-trace'
import { httpDurationBoundaries } from '@/lib/engine/metrics/aggregation'
import { bucketIndex } from '@/lib/engine/metrics/bucket'
import { defaultReservoir } from '@/lib/engine/metrics/exemplar-reservoir'
import { exponentialIndex, exponentialUpperBound } from '@/lib/engine/metrics/exponential-mapping'
import { measureExemplarLabels } from '@/lib/engine/metrics/openmetrics-exemplar'
import { readTable } from './support/lesson-table'
import { lessons } from './support/library'

const { lesson } = lessons.find((files) => files.slug === 'signals-and-what-connects-them')!
const says = (words: string): void => expect(lesson).toContain(words)
const number = (value: number): string => value.toLocaleString('en-GB')

const tableUnder = (header: string) => readTable(lesson, header)

const whole = (cell: string | undefined): number => Number(cell?.replaceAll(',', ''))

describe('the bad minute as a histogram', () => {
  const rows = tableUnder('Bucket')
  const counts = rows.map((row) => whole(row[1]))

  test('its counts add up', () => {
    let sum = 0
    for (const [index, row] of rows.entries()) {
      sum += counts[index]!
      expect(whole(row[2])).toBe(sum)
    }
    expect(sum).toBe(1000)
  })

  test('its 95th percentile is interpolated as the text says', () => {
    const rank = 0.95 * 1000
    const within = rank - 120
    says(`${within} of the 880 come before it`)
    says(`1 + 1.5 × ${within} / 880 = **${(1 + (1.5 * within) / 880).toFixed(2)} s**`)
    expect((1 + (1.5 * within) / 880 - 2.1).toFixed(1)).toBe('0.3')
  })

  test('2.5 seconds is in the bucket that ends there', () => {
    const bucket = bucketIndex(httpDurationBoundaries, 2.5)
    expect(httpDurationBoundaries[bucket]).toBe(2.5)
    says(`${httpDurationBoundaries.slice(0, -1).join(', ')} and 10`)
  })
})

describe('the exponential histogram', () => {
  const bucketsAt = (scale: number): number =>
    exponentialIndex(10, scale) - exponentialIndex(0.005, scale) + 1

  test('from 5 ms to 10 s the finest scale with at most 160 buckets is 3, with 89', () => {
    expect([bucketsAt(3), bucketsAt(4) > 160]).toEqual([89, true])
    says('scale 3, 89 buckets in use')
  })

  test('at scale 3 a checkout of 2.1 s lies between 2 and 2.18 s, about 9 % apart', () => {
    const index = exponentialIndex(2.1, 3)
    const low = exponentialUpperBound(index - 1, 3)
    const high = exponentialUpperBound(index, 3)
    expect([low, Number(high.toFixed(2)), Math.round((high / low - 1) * 100)]).toEqual([2, 2.18, 9])
    says('the bucket from 2 to 2.18 s')
  })
})

describe('the departures', () => {
  test('are the delays after the times of the trace that the first lesson draws', () => {
    const wait = checkoutTrace.find((span) => span.name === 'wait for connection')!
    const charge = checkoutTrace.find((span) => span.name === 'POST /charges')!
    const root = 7.0
    says(`written at 19:41:0${(root + wait.start / 1000).toFixed(3)}`)
    says(`ended at 19:41:0${(root + charge.end / 1000).toFixed(3)}`)
    expect(Math.floor(root + charge.end / 1000 + 5)).toBe(14)
  })
})

describe('the exemplars', () => {
  test('of the advised boundaries there are at most 15', () => {
    const { size } = defaultReservoir({
      kind: 'explicit_bucket_histogram',
      boundaries: httpDurationBoundaries,
    })
    expect(size).toBe(15)
    says(`let at most ${size} of them be exemplars`)
  })

  test('the two ids take 63 of the 128 characters', () => {
    const ids = { trace_id: '7c9e2f41d8ab4e06935f1b2ac4d0e8f7', span_id: '3fa7816d95ec20b4' }
    expect(measureExemplarLabels(ids).chars).toBe(63)
    says('with their values take 63 of them')
  })
})

describe("the owner's three questions", () => {
  const [first, last, anew] = tableUnder('Point').map((row) => whole(row[2]))

  test('web-7 is counted in two pieces across its restart', () => {
    const before = last! - first!
    says(`minus ${number(first! - anew!)} checkouts`)
    says(`${number(last!)} − ${number(first!)} = ${number(before)}`)
    says(`Together **${number(before + anew!)}**`)
  })

  test('the counts are those of 50 checkouts a second over twelve copies', () => {
    const perSecond = 50 / 12
    expect(last! - first!).toBe(Math.round(perSecond * 11 * 60))
    expect(anew!).toBe(Math.round(perSecond * 6 * 60))
    expect(53_750).toBe(50 * 18 * 60 - (4500 - 4250))
    says(`some ${number(50 * 18 * 60)} in eighteen minutes`)
  })

  test('88 % waited more than a second, and a third of them would be 15,767', () => {
    expect(47_300 / 53_750).toBe(0.88)
    says(`53,750 counted, of which 47,300`)
    says(number(Math.round((47_300 * (2.5 - 2)) / (2.5 - 1))))
  })
})

test('of 900 requests of 0.2 s and 100 of 2 s the 950th took 2 s, and the average of percentiles is 1.1 s', () => {
  const both = [...Array<number>(900).fill(0.2), ...Array<number>(100).fill(2)]
  expect(both[949]).toBe(2)
  says(`(0.2 s + 2.0 s) / 2 = ${(0.2 + 2) / 2} s`)
})
