import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type LocalDay, localDay } from '@/lib/review/day'
import {
  backingOffWords,
  DAILY_REMINDERS,
  isTimeToRemind,
  judgeReminder,
  MOST_UNANSWERED,
  nextReminderAt,
  REST_DAYS,
  type ReminderCase,
  remindAt,
  reminderInput,
} from '@/lib/review/reminder'
import { zonesWithChanges } from './zones'

const HOUR = 3_600_000
const today = '2026-11-24' as LocalDay
const usual: ReminderCase = {
  ...{ today, lastDay: addDays(today, -1), due: 12, leastDue: 5 },
  ...{ isOnVacation: false, sentDay: null, unanswered: 0 },
}

describe('the hour of a reminder', () => {
  test('is the wall clock’s in the learner’s zone, winter and summer', () => {
    const when = { zone: 'Europe/Berlin', dayStartsAt: 4, hour: 8 }
    expect(remindAt('2026-01-15' as LocalDay, when)).toBe(Date.parse('2026-01-15T07:00:00Z'))
    expect(remindAt('2026-07-15' as LocalDay, when)).toBe(Date.parse('2026-07-15T06:00:00Z'))
  })

  test('lies in the night that ends the day, where it comes before the day’s start', () => {
    const when = { zone: 'UTC', dayStartsAt: 4, hour: 1 }
    expect(remindAt('2026-01-15' as LocalDay, when)).toBe(Date.parse('2026-01-16T01:00:00Z'))
  })

  test('comes once in each of a learner’s days, in every zone and across every change of clocks', () => {
    const days = zonesWithChanges.flatMap(({ zone, changes }) => changes.map((change) => ({ zone, change })))
    fc.assert(
      fc.property(
        fc.constantFrom(...days),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 23 }),
        ({ zone, change }, dayStartsAt, hour) => {
          const when = { zone, dayStartsAt, hour }
          let at = Date.parse(change) - 72 * HOUR
          let day = localDay(at, zone, dayStartsAt)
          for (let looks = 0; looks < 5; looks += 1) {
            const next = nextReminderAt(at, when)
            expect(next).toBeGreaterThan(at)
            const nextDay = localDay(next, zone, dayStartsAt)
            expect(remindAt(nextDay, when)).toBe(next)
            if (looks > 0) expect(nextDay).toBe(addDays(day, 1))
            expect(isTimeToRemind(next, when)).toBe(true)
            expect(isTimeToRemind(next - 1, when) && hour !== dayStartsAt).toBe(false)
            at = next
            day = nextDay
          }
        },
      ),
      {
        numRuns: 300,
        // Greenland's clocks go from 23:00 to midnight: the hour 23 of that day is the next day's first.
        examples: [[{ zone: 'America/Scoresbysund', change: '2026-03-29T01:00:00Z' }, 0, 23]],
      },
    )
  })

  test('passes after three hours: a server that was away sends nothing in the evening', () => {
    const when = { zone: 'UTC', dayStartsAt: 4, hour: 8 }
    const at = remindAt(today, when)
    expect([0, 3 * HOUR - 1, 3 * HOUR].map((late) => isTimeToRemind(at + late, when))).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('a reminder is worth it', () => {
  test('when enough is due and nothing was reviewed yet', () => {
    expect(judgeReminder(usual)).toEqual({ isWorth: true, unanswered: 1 })
  })

  test.each([
    ['too few cards are due', { due: 4 }],
    ['they reviewed today', { lastDay: today }],
    ['they are on vacation', { isOnVacation: true }],
    ['they had one today', { sentDay: today, unanswered: 1 }],
  ])('but not when %s', (_, fields) => {
    expect(judgeReminder({ ...usual, ...fields }).isWorth).toBe(false)
  })

  test('three days in a row, then after a week, and after the fifth no more, for someone who stays away', () => {
    let learner = { ...usual, lastDay: addDays(today, -1) }
    const sent: number[] = []
    const said: (string | null)[] = []
    for (let days = 0; days < 120; days += 1) {
      const day = addDays(today, days)
      const { isWorth, unanswered } = judgeReminder({ ...learner, today: day })
      if (!isWorth) continue
      sent.push(days)
      said.push(backingOffWords(unanswered))
      learner = { ...learner, sentDay: day, unanswered }
    }
    expect(sent).toEqual([0, 1, 2, 2 + REST_DAYS, 2 + 2 * REST_DAYS])
    expect(sent).toHaveLength(MOST_UNANSWERED)
    expect(said.map((words) => words !== null)).toEqual(sent.map((_, place) => place + 1 >= DAILY_REMINDERS))
    expect(said.at(-1)).toMatch(/last reminder/)
  })

  test('again from the next day on, once they have reviewed', () => {
    const stopped = { ...usual, sentDay: addDays(today, -1), unanswered: MOST_UNANSWERED }
    expect(judgeReminder({ ...stopped, lastDay: addDays(today, -20) }).isWorth).toBe(false)
    expect(judgeReminder({ ...stopped, lastDay: addDays(today, -1) })).toEqual({
      isWorth: true,
      unanswered: 1,
    })
  })
})

test('the form takes an hour and a number of cards, and says what it wants', () => {
  expect(reminderInput.parse({ isOn: 'on', hour: '8', leastDue: ' 5 ' })).toEqual({
    isOn: true,
    hour: 8,
    leastDue: 5,
  })
  expect(reminderInput.parse({ hour: '0', leastDue: '200' }).isOn).toBe(false)
  for (const fields of [
    { hour: '24', leastDue: '5' },
    { hour: '8', leastDue: '0' },
    { hour: '8', leastDue: '2e1' },
    { hour: 8, leastDue: '5' },
    { isOn: 'yes', hour: '8', leastDue: '5' },
  ])
    expect(reminderInput.safeParse(fields).success).toBe(false)
})
