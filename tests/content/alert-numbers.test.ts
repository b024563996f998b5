import { describe, expect, test } from 'vitest'
import { badShareAt, budget, incident, isPaging, pageAbove } from '@/components/figures/burn'
import { criticalPath } from '@/components/figures/checkout-trace'
import { reservationTrace, reservationTraceId } from '@/components/figures/reservation-trace'
import { readTable } from './support/lesson-table'
import { lessons } from './support/library'

const { lesson } = lessons.find((files) => files.slug === 'from-alert-to-trace-to-log')!

const rowsUnder = (header: string) => readTable(lesson, header)
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** The chance that a request must wait, in a queue with random arrivals before some workers. Load in workers' worth. */
function erlangC(workers: number, load: number): number {
  let term = 1
  let sum = 1
  for (let busy = 1; busy < workers; busy += 1) {
    term *= load / busy
    sum += term
  }
  const all = ((term * load) / workers) * (workers / (workers - load))
  return all / (sum + all)
}

describe('the failed checkout', () => {
  const path = criticalPath(reservationTrace)
  const onPath = (name: RegExp): number =>
    path
      .filter((part) => name.test(reservationTrace.find((span) => span.id === part.span)!.name))
      .reduce((sum, part) => sum + part.end - part.start, 0)

  test('three tries are 900 of 1,010 ms, and the rest is 110', () => {
    expect(onPath(/try$/)).toBe(900)
    expect(onPath(/./)).toBe(1010)
    expect(lesson).toContain('900 of 1,010 ms. The rest, 110 ms')
  })

  test('inventory begins 522 ms after each call and is not on the path', () => {
    const served = reservationTrace.filter((span) => span.service === 'inventory')
    expect(served).toHaveLength(3)
    for (const span of served) {
      const call = reservationTrace.find((other) => other.id === span.parent)!
      expect(span.start - call.start).toBe(522)
      expect(span.start).toBeGreaterThan(call.end)
      expect(path.some((part) => part.span === span.id)).toBe(false)
    }
  })

  test('every id in the text is one of the trace', () => {
    const known = new Set([reservationTraceId, ...reservationTrace.map((span) => span.id)])
    const ids = [...lesson.matchAll(/(?<![0-9a-f-])(?:[0-9a-f]{32}|[0-9a-f]{16})(?![0-9a-f-])/g)]
    expect(ids.length).toBeGreaterThan(2)
    expect(ids.map(([id]) => id).filter((id) => !known.has(id))).toEqual([])
  })
})

describe('the budget', () => {
  test('14.4 times half a percent is 7.2 %, 2 % of thirty days in an hour, all of it in 50 hours', () => {
    expect(percent(pageAbove)).toBe('7.2 %')
    expect((14.4 * 1) / (30 * 24)).toBeCloseTo(0.02)
    expect((30 * 24) / 14.4).toBeCloseTo(50)
  })

  test('the page begins at 09:26 and ends at 09:46; the hour alone would last until 10:08', () => {
    expect([25, 26, 45, 46].map(isPaging)).toEqual([false, true, true, false])
    expect(badShareAt(67, 60)).toBeGreaterThan(pageAbove)
    expect(badShareAt(68, 60)).toBeCloseTo(pageAbove)
    expect(lesson).toContain(`${percent(badShareAt(26, 60))} over the last hour`)
  })

  test('if all checkouts failed it would ring within three minutes', () => {
    const share = (minute: number): number => (minute * 2) / (60 + minute)
    expect([share(2) > pageAbove, share(3) > pageAbove]).toEqual([false, true])
  })

  test('a smoulder of 3 % burns at 6, and three of forty ring the phone', () => {
    expect(0.03 / budget).toBeCloseTo(6)
    expect(30 / 6).toBe(5)
    expect(1 / 40 / budget).toBeCloseTo(5)
    expect([2 / 40 > pageAbove, 3 / 40 > pageAbove]).toEqual([false, true])
    expect((6 * 6) / (30 * 24)).toBeCloseTo(0.05)
    expect((1 * 3) / 30).toBeCloseTo(0.1)
  })

  test('it cost 2.9 % of the budget until the page and 4.9 % until the repair', () => {
    const month = 30 * 24 * 60 * budget
    const cost = (minutes: number): string =>
      percent((minutes * incident.trafficAfter * incident.badShare) / month)
    expect([cost(26), cost(incident.repairedAt)]).toEqual(['2.9 %', '4.9 %'])
    for (const minutes of [26, incident.repairedAt])
      expect(lesson).toContain(`${cost(minutes)} of the month's budget`)
  })
})

describe('from one to all', () => {
  test('a hundred checkouts make 140 calls, and 52 of them time out', () => {
    const rows = rowsUnder('Of 100 checkouts').map((row) => row.map((cell) => cell.replaceAll('*', '')))
    const sum = rows.pop()!
    const shares = rows.map(([checkouts]) => Number.parseInt(checkouts!, 10))
    for (const [index, [, tries, calls, late]] of rows.entries()) {
      const failed = index === rows.length - 1 ? Number(tries) : Number(tries) - 1
      expect(Number(calls)).toBe(shares[index]! * Number(tries))
      expect(Number(late)).toBe(shares[index]! * failed)
    }
    const total = (column: number): number => rows.reduce((all, row) => all + Number(row[column]), 0)
    expect([shares.reduce((all, share) => all + share, 0), total(2), total(3)]).toEqual([100, 140, 52])
    expect([sum[0], sum[2], sum[3]]).toEqual(['100', '140', '52'])
    expect(shares.at(-1)).toBe(incident.badShare * 100)
  })

  test('at 20 checkouts a second the retries add the 8 that lead from 190 to 198', () => {
    expect(20 * (140 / 100 - 1)).toBeCloseTo(198 - 190)
  })
})

describe('the queue', () => {
  const seconds = 0.04
  const workersEach = 8

  test('the table is that of a queue with random arrivals', () => {
    const rows = rowsUnder('Arrive, per second')
    expect(rows).toHaveLength(5)
    for (const [perSecond, instances, busy, waits] of rows) {
      const workers = Number(instances) * workersEach
      const load = Number(perSecond) * seconds
      const longer = erlangC(workers, load) * Math.exp(-(workers / seconds - Number(perSecond)) * 0.26)
      expect([busy, waits], perSecond).toEqual([percent(load / workers), percent(longer)])
    }
  })

  test('with one worker the chance to wait is how busy it is', () => {
    expect(erlangC(1, 0.7)).toBeCloseTo(0.7)
  })

  test('522 ms at 200 a second is a queue of about 104', () => {
    expect(Math.round(0.522 * (workersEach / seconds))).toBe(104)
  })
})
