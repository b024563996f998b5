import { expect, test } from 'vitest'
import type { LocalDay } from '@/lib/review/day'
import { addDays, parseDay } from '@/lib/review/day'
import { dayWords, intervalWords, minuteWords, shortDayWords } from '@/lib/review/words'

const today = parseDay('2026-11-23')

test.each([
  [0, 'today', 'again today'],
  [1, '1 d', 'in 1 day'],
  [14, '14 d', 'in 14 days'],
  [59, '59 d', 'in 59 days'],
  [60, '2 mo', 'in 2 months'],
  [359, '12 mo', 'in 12 months'],
  [365, '1 y', 'in 1 year'],
])('an interval of %i days is written %s and read %s', (days, short, long) => {
  expect(intervalWords(days)).toEqual({ short, long })
})

test.each([
  [-2, 'today'],
  [0, 'today'],
  [1, 'tomorrow'],
  [3, 'in 3 days, on Thursday 26 November'],
  [400, 'in 400 days, on Tuesday 28 December 2027'],
])('a day %i days away is said as %s', (days, words) => {
  expect(dayWords(addDays(today, days), today)).toBe(words)
})

test('the length of a session is said in whole minutes', () => {
  expect(minuteWords(4000)).toBe('less than a minute')
  expect(minuteWords(60_000)).toBe('1 minute')
  expect(minuteWords(230_000)).toBe('4 minutes')
})

test('a day in a table is short, and has its year only where that is in doubt', () => {
  const today = '2026-11-24' as LocalDay
  const said = (day: string) => shortDayWords(day as LocalDay, today)
  expect(['2026-11-20', '2026-11-24', '2026-11-25'].map(said)).toEqual(['today', 'today', 'tomorrow'])
  expect(said('2026-11-26')).toBe('Thu 26 Nov')
  expect(said('2027-11-20')).toBe('Sat 20 Nov 2027')
})
