import { daysBetween, type LocalDay } from './day'

/** An interval as it stands under a grade button, and as it is read out. `days` is 0 for today. */
export function intervalWords(days: number): { short: string; long: string } {
  if (days === 0) return { short: 'today', long: 'again today' }
  if (days === 1) return { short: '1 d', long: 'in 1 day' }
  if (days < 60) return { short: `${days} d`, long: `in ${days} days` }
  if (days < 360) {
    const months = Math.round(days / 30.4)
    return { short: `${months} mo`, long: `in ${months} months` }
  }
  return { short: '1 y', long: 'in 1 year' }
}

/** A day as one would say it today: `tomorrow`, `in 3 days, on Thursday 26 November`. */
export function dayWords(day: LocalDay, today: LocalDay): string {
  const days = daysBetween(today, day)
  if (days <= 0) return 'today'
  if (days === 1) return 'tomorrow'
  return `in ${days} days, on ${dayName(day, daysBetween(today, day) > 300)}`
}

/** A day in a table: `today`, `tomorrow`, `Thu 26 Nov`. */
export function shortDayWords(day: LocalDay, today: LocalDay): string {
  const days = daysBetween(today, day)
  if (days <= 0) return 'today'
  if (days === 1) return 'tomorrow'
  const year = days > 300 && { year: 'numeric' as const }
  const parts = { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short', ...year } as const
  return new Intl.DateTimeFormat('en-GB', parts).format(Date.parse(`${day}T00:00:00Z`)).replace(',', '')
}

/** How long a session took, in words. */
export function minuteWords(ms: number): string {
  if (ms < 60_000) return 'less than a minute'
  const minutes = Math.round(ms / 60_000)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}

function dayName(day: LocalDay, withYear: boolean): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(withYear && { year: 'numeric' as const }),
  })
    .format(Date.parse(`${day}T00:00:00Z`))
    .replace(',', '')
}
