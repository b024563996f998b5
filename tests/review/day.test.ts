import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  daysBetween,
  isDay,
  isZone,
  type LocalDay,
  localDay,
  parseDay,
  startOfDay,
} from '@/lib/review/day'
import { zonesWithChanges } from './zones'

const day = (text: string) => text as LocalDay
const at = (iso: string) => Date.parse(iso)

describe('the learner’s day', () => {
  test('begins at four in the morning of their own zone', () => {
    expect(localDay(at('2026-06-02T01:59:59.999Z'), 'Europe/Berlin', 4)).toBe('2026-06-01')
    expect(localDay(at('2026-06-02T02:00:00Z'), 'Europe/Berlin', 4)).toBe('2026-06-02')
  })

  test('is one day for an afternoon in California that spans midnight in UTC', () => {
    expect(localDay(at('2026-07-01T22:50:00Z'), 'America/Los_Angeles', 4)).toBe('2026-07-01')
    expect(localDay(at('2026-07-02T00:10:00Z'), 'America/Los_Angeles', 4)).toBe('2026-07-01')
  })

  test('counts days, not periods of 24 hours', () => {
    expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2)
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29')
    expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31')
  })

  test('knows a zone by its IANA name alone', () => {
    expect(isZone('Pacific/Apia')).toBe(true)
    expect(isZone('Mars/Olympus')).toBe(false)
    expect(isZone('')).toBe(false)
  })

  test('is counted as the calendar counts, from the year 1 to the year 9999', () => {
    const dayMs = 86_400_000
    const least = Math.ceil(-62_135_596_800_000 / dayMs)
    const most = Math.floor(253_402_300_799_000 / dayMs)
    const number = fc.integer({ min: least, max: most })
    const asDate = (days: number) => day(new Date(days * dayMs).toISOString().slice(0, 10))
    fc.assert(
      fc.property(number, number, (from, to) => {
        expect(daysBetween(asDate(from), asDate(to))).toBe(to - from)
        expect(addDays(asDate(from), to - from)).toBe(asDate(to))
        expect(isDay(asDate(from))).toBe(true)
      }),
      { numRuns: 5000 },
    )
    for (const text of ['2026-00-10', '2026-13-01', '2026-04-31', '1900-02-29', '2026-01-00'])
      expect(isDay(text)).toBe(false)
  })

  test('is parsed only from a date that exists', () => {
    expect(parseDay('2028-02-29')).toBe('2028-02-29')
    expect(() => parseDay('2026-02-29')).toThrow(RangeError)
    expect(() => parseDay('29.2.2028')).toThrow(RangeError)
  })
})

describe.each(zonesWithChanges)('in $zone', ({ zone, changes }) => {
  test.each(changes)(
    'the days around the change of clocks at %s follow each other, none missing, none twice',
    (change) => {
      const middle = at(change)
      for (const dayStartsAt of [0, 2, 3, 4, 23]) {
        const seen: string[] = []
        for (let t = middle - 3 * 86_400_000; t <= middle + 3 * 86_400_000; t += 15 * 60_000) {
          const today = localDay(t, zone, dayStartsAt)
          if (seen.at(-1) !== today) seen.push(today)
        }
        expect(new Set(seen).size, `${zone} ${change} ${dayStartsAt}: ${seen}`).toBe(seen.length)
        for (const [index, today] of seen.entries()) {
          if (index > 0) expect(daysBetween(day(seen[index - 1]!), day(today))).toBe(1)
        }
      }
    },
  )

  test('its first instant and the last one before it fall on either side', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 730 }),
        fc.integer({ min: 0, max: 23 }),
        (offset, dayStartsAt) => {
          const today = addDays(day('2026-01-01'), offset)
          const start = startOfDay(today, zone, dayStartsAt)
          expect(localDay(start, zone, dayStartsAt)).toBe(today)
          expect(localDay(start - 1, zone, dayStartsAt)).toBe(addDays(today, -1))
        },
      ),
      { numRuns: 40, seed: 1 },
    )
  })
})
