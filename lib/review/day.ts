/**
 * The learner's day: the calendar date in their zone, beginning at an hour of theirs. Everything that
 * counts days (elapsed, due) counts these, never UTC days and never periods of 24 hours.
 */
export type LocalDay = string & { readonly __brand: 'LocalDay' }

const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * The day (YYYY-MM-DD) that holds the instant, in an IANA zone, for days that begin at `dayStartsAt`
 * o'clock (0..23). A day begins when the wall clock first shows that hour: where clocks go back over
 * it, the hour that comes a second time belongs to the day already begun, so days never run backwards.
 */
export function localDay(atMs: number, zone: string, dayStartsAt: number): LocalDay {
  const wall = Math.max(wallClock(atMs, zone), highestWallBefore(atMs, zone))
  return toDay(Math.floor((wall - dayStartsAt * 3_600_000) / DAY_MS))
}

/** Whole days from one to the other; negative where `to` is earlier. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
  return toNumber(to) - toNumber(from)
}

/** The day so many days later; earlier, where `days` is negative. */
export function addDays(day: LocalDay, days: number): LocalDay {
  return toDay(toNumber(day) + days)
}

/** The weekday of a day: 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: LocalDay): number {
  // Day 0, 1970-01-01, was a Thursday.
  return (((toNumber(day) + 3) % 7) + 7) % 7
}

/** The first instant (ms) at which `localDay` answers that day. */
export function startOfDay(day: LocalDay, zone: string, dayStartsAt: number): number {
  const wall = toNumber(day) * DAY_MS + dayStartsAt * 3_600_000
  const begins = (at: number) =>
    localDay(at, zone, dayStartsAt) >= day && localDay(at - 1, zone, dayStartsAt) < day
  // Nearly always the zone's offset at that hour leads straight to it; else clocks changed thereabouts.
  const guess = wall - (wallClock(wall, zone) - wall)
  if (begins(guess)) return guess
  let before = wall - 2 * DAY_MS
  let after = wall + 2 * DAY_MS
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (localDay(middle, zone, dayStartsAt) < day) before = middle
    else after = middle
  }
  return after
}

/** Whether the runtime knows the name as an IANA zone. */
export function isZone(name: string): boolean {
  try {
    return formatFor(name) !== undefined
  } catch {
    return false
  }
}

/** Whether it is a date, YYYY-MM-DD. */
export function isDay(text: string): text is LocalDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const number = toNumber(text as LocalDay)
  return Number.isFinite(number) && toDay(number) === text
}

/** Parses YYYY-MM-DD; throws RangeError for anything that is not a date. */
export function parseDay(text: string): LocalDay {
  if (!isDay(text)) throw new RangeError(`Not a day: ${text}`)
  return text
}

/** What the wall clock had reached before clocks went back within the last day; -Infinity where they did not. */
function highestWallBefore(atMs: number, zone: string): number {
  const offset = (at: number) => wallClock(at, zone) - Math.floor(at / 1000) * 1000
  let before = atMs - DAY_MS
  const offsetBefore = offset(before)
  if (offset(atMs) >= offsetBefore) return Number.NEGATIVE_INFINITY
  let after = atMs
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (offset(middle) === offsetBefore) before = middle
    else after = middle
  }
  return wallClock(before, zone)
}

/** Milliseconds of the zone's wall clock, read as if it were UTC. */
function wallClock(atMs: number, zone: string): number {
  const part: Record<string, number> = {}
  for (const { type, value } of formatFor(zone).formatToParts(atMs)) part[type] = Number(value)
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!)
}

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, made)
  return made
}

// Days are counted in integers, without a Date in between: folding a long log does little else. Both are Howard
// Hinnant's: years begin in March, so that the leap day is their last (https://howardhinnant.github.io/date_algorithms.html).
const ERA_DAYS = 146_097
/** From 0000-03-01 to 1970-01-01. */
const EPOCH_DAYS = 719_468

function toNumber(day: LocalDay): number {
  const month = digits(day, 5, 7)
  const year = digits(day, 0, 4) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + digits(day, 8, 10) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * ERA_DAYS + dayOfEra - EPOCH_DAYS
}

function toDay(dayNumber: number): LocalDay {
  if (!Number.isSafeInteger(dayNumber)) throw new RangeError(`Not a day: ${dayNumber}`)
  const era = Math.floor((dayNumber + EPOCH_DAYS) / ERA_DAYS)
  const dayOfEra = dayNumber + EPOCH_DAYS - era * ERA_DAYS
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const date = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}` as LocalDay
}

function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let place = from; place < to; place++) number = number * 10 + text.charCodeAt(place) - 48
  return number
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`
}
