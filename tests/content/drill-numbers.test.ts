import { describe, expect, test } from 'vitest'
import { compared, drill, isFiring, shareWith, slowInLastMinute } from '@/components/figures/zone-drill'
import { alertRules, askedEveryMs, lateFromMs, slowFromMs } from '@/lib/simulators/incident-drill/alert'
import { causes, serviceNames } from '@/lib/simulators/incident-drill/cause'
import { watchedMs } from '@/lib/simulators/incident-drill/incident'
import { pace } from '@/lib/simulators/incident-drill/view'
import { lessons } from './support/library'

const { lesson } = lessons.find((files) => files.slug === 'incident-drills')!
const cellsOf = (first: string): number[] =>
  lesson
    .split('\n')
    .find((line) => line.startsWith(`| ${first} |`))!
    .split('|')
    .slice(2, -1)
    .map((cell) => Number.parseFloat(cell))

describe('the rules of the drills, as the lesson tells them', () => {
  test('errors from 8 %, slow ones over 400 ms and late mail over 30 s from 12 %, asked every half minute', () => {
    const from = (objective: string) =>
      new Set(alertRules.filter((rule) => rule.objective === objective).map((rule) => rule.from))
    expect([from('errors'), from('slow'), from('late-mail')]).toEqual([
      new Set([0.08]),
      new Set([0.12]),
      new Set([0.12]),
    ])
    expect([slowFromMs, lateFromMs, askedEveryMs]).toEqual([400, 30_000, 30_000])
    expect(drill.fromShare).toBe(0.12)
  })

  test('there are nine causes in seven services, and ten minutes take ten seconds', () => {
    expect([causes.length, serviceNames.length]).toEqual([9, 7])
    expect([watchedMs / 60_000, watchedMs / pace / 1000]).toEqual([10, 10])
  })
})

describe('the alert', () => {
  test('sees 10 of 60 at 14:07:00 and fires at 14:07:30 with 20', () => {
    expect([6.5, 7, 7.5].map(slowInLastMinute)).toEqual([0, 10, 20])
    expect([7, 7.5].map(isFiring)).toEqual([false, true])
    expect(lesson).toContain('10 of 60, or 17 %')
    expect(((10 / 60) * 100).toFixed(0)).toBe('17')
  })

  test('sees 10 of 60 at 14:16:30 and none at 14:17:00', () => {
    expect([16.5, 17].map(slowInLastMinute)).toEqual([10, 0])
  })

  test('the harm was 190 of 570 checkouts in 9.5 minutes', () => {
    const minutes = drill.zoneOut - drill.onset
    const all = minutes * drill.perMinute
    expect(lesson).toContain(
      `${minutes} minutes, ${all} checkouts, ${Math.round(all * drill.slowShare)} of them slow`,
    )
  })
})

describe('slow beside fast', () => {
  test('40 are slow and 80 fast; only the zone has all of the one and none of the other', () => {
    expect([compared.filter(({ slow }) => slow).length, compared.length]).toEqual([40, 120])
    expect([shareWith(true, 'zone', 'b'), shareWith(false, 'zone', 'b')]).toEqual([1, 0])
    for (const instance of ['inventory-1', 'inventory-4'])
      expect([shareWith(true, 'instance', instance), shareWith(false, 'instance', instance)]).toEqual([
        0.5, 0,
      ])
  })

  test('version and payment method are spread alike', () => {
    expect([shareWith(true, 'version', '5.4.0'), shareWith(false, 'version', '5.4.0')]).toEqual([0.5, 0.5])
    expect([shareWith(true, 'method', 'card'), shareWith(false, 'method', 'card')]).toEqual([0.7, 0.7])
  })
})

describe('the trace', () => {
  test('the parts add up to the whole, and the five queries explain all of the difference', () => {
    const whole = cellsOf('The whole checkout')
    const parts = [
      'of it outside `inventory`',
      'of it in `inventory`, own work',
      'of it in five queries',
    ].map(cellsOf)
    const query = cellsOf('one query')
    for (const column of [0, 1, 2]) {
      expect(parts.reduce((sum, part) => sum + part[column]!, 0)).toBe(whole[column])
      expect(query[column]! * 5).toBe(parts[2]![column])
    }
    expect(whole[1]! - whole[0]!).toBe(whole[2])
    expect([whole[0]! > slowFromMs, whole[1]! > slowFromMs]).toEqual([false, true])
  })

  test('four of six instances take 15 a minute instead of 10', () => {
    expect([drill.perMinute / 6, drill.perMinute / 4]).toEqual([10, 15])
    expect(lesson).toContain('15 requests a minute each instead of 10')
  })
})
