import { addDays, type LocalDay } from './day'

/** A day in a calendar on which something is to be done. */
export interface CalendarDay {
  day: LocalDay
  summary: string
  description: string
}

/** What a calendar is, beside its days. */
export interface CalendarFrame {
  name: string
  /** Makes the ids of its days its own: the same for the same learner, always. */
  key: string
  /** Where its days lead. */
  url: string
  /** When what it says was last worked out, in ms. */
  at: number
}

const encoder = new TextEncoder()
/** A line has at most so many octets, its line break not counted (RFC 5545, 3.1). */
const LINE_OCTETS = 75

/**
 * The days as an iCalendar stream (RFC 5545): all-day events that leave the learner free. The day of an event
 * names it for good, so that a calendar program changes the event when the number changes.
 * https://www.rfc-editor.org/rfc/rfc5545
 */
export function writeCalendar(days: readonly CalendarDay[], { name, key, url, at }: CalendarFrame): string {
  const stamp = `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const date = (day: LocalDay) => day.replaceAll('-', '')
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Spanwise//Reviews//EN', 'CALSCALE:GREGORIAN'],
    // RFC 7986, and what programs read that are older than it.
    ...[`NAME:${escapeText(name)}`, `X-WR-CALNAME:${escapeText(name)}`],
    ...['REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'X-PUBLISHED-TTL:PT6H'],
    ...days.flatMap(({ day, summary, description }) => [
      'BEGIN:VEVENT',
      `UID:${date(day)}-${key}@spanwise`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${date(day)}`,
      `DTEND;VALUE=DATE:${date(addDays(day, 1))}`,
      `SUMMARY:${escapeText(summary)}`,
      `DESCRIPTION:${escapeText(description)}`,
      `URL:${url}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    // A calendar has to hold something (3.6); this shows nowhere.
    ...(days.length === 0 ? EMPTY : []),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

const EMPTY = [
  ...['BEGIN:VTIMEZONE', 'TZID:UTC', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
  ...['TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000', 'END:STANDARD', 'END:VTIMEZONE'],
]

/** RFC 5545, 3.3.11; of control characters only the line break has a way to be written. */
function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')
}

/** Breaks a line between characters, never within one: what follows a break begins with a space, which counts. */
function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const sign of line) {
    const size = encoder.encode(sign).length
    if (octets + size > LINE_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += sign
    octets += size
  }
  return folded
}
