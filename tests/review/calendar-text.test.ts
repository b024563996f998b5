import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { writeCalendar } from '@/lib/review/calendar-text'
import { addDays, type LocalDay } from '@/lib/review/day'
import { listDueDays } from '@/lib/review/due-calendar'

const today = '2026-11-24' as LocalDay
const frame = {
  name: 'Spanwise reviews',
  key: 'a1b2c3',
  url: 'https://learn.example/review',
  at: Date.parse('2026-11-24T03:00:00Z'),
}
const anyText = fc.string({ unit: 'grapheme', maxLength: 200 })

/** The stream as another program reads it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
}

describe('a calendar', () => {
  test('is read by another program as what it says, whatever its words are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, anyText), { maxLength: 5 }), anyText, (words, name) => {
        const days = words.map(([summary, description], place) => ({
          day: addDays(today, place),
          summary,
          description,
        }))
        const text = writeCalendar(days, { ...frame, name })
        const plain = (typed: string) => typed.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, '')
        expect(
          read(text).map(({ summary, description, startDate, endDate }) => ({
            day: startDate.toString(),
            until: endDate.toString(),
            isAllDay: startDate.isDate,
            summary,
            description,
          })),
        ).toEqual(
          days.map(({ day, summary, description }) => ({
            day,
            until: addDays(day, 1),
            isAllDay: true,
            summary: plain(summary),
            description: plain(description),
          })),
        )
      }),
    )
  })

  test('has lines of 75 octets at most, each ended by CRLF, and no character is broken in two', () => {
    fc.assert(
      fc.property(anyText, (description) => {
        const text = writeCalendar([{ day: today, summary: 'x'.repeat(300), description }], frame)
        expect(text.endsWith('\r\n')).toBe(true)
        for (const line of text.slice(0, -2).split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\r\n]/)
          expect(line).not.toMatch(/\p{Cs}/u)
        }
      }),
    )
  })

  test('names a day by the same id always, whatever it says of it', () => {
    const ids = (summary: string, at: number) =>
      read(writeCalendar([{ day: today, summary, description: '' }], { ...frame, at })).map(({ uid }) => uid)
    expect(ids('1 card', frame.at)).toEqual(ids('2 cards', frame.at + 86_400_000))
    expect(ids('1 card', frame.at)).toEqual(['20261124-a1b2c3@spanwise'])
  })

  test('without a day is still a calendar', () => {
    const text = writeCalendar([], frame)
    expect(read(text)).toEqual([])
    // RFC 5545, 3.6: at least one component.
    expect(text.match(/^BEGIN:/gm)?.length).toBeGreaterThan(1)
  })
})

describe('the days of a deck', () => {
  const load = { [addDays(today, 1)]: 30, [addDays(today, 3)]: 5, [addDays(today, 40)]: 9 }

  test('hold what is due today and what falls due after it, for as long as is asked', () => {
    expect(listDueDays({ today, due: 7, held: 0, load, reviewsPerDay: 200 }, 30)).toEqual([
      { day: today, cards: 7 },
      { day: addDays(today, 1), cards: 30 },
      { day: addDays(today, 3), cards: 5 },
    ])
  })

  test('pass on to the next day what a day’s limit does not hold, and lose none', () => {
    const listed = listDueDays({ today, due: 20, held: 10, load, reviewsPerDay: 20 }, 30)
    expect(listed).toEqual([
      { day: today, cards: 20 },
      { day: addDays(today, 1), cards: 20 },
      { day: addDays(today, 2), cards: 20 },
      { day: addDays(today, 3), cards: 5 },
    ])
  })
})
