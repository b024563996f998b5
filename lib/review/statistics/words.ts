import type { LocalDay } from '../day'
import type { Interval } from './wilson'

/** A day in a table or under a bar's pointer: `Thu 26 Nov 2026`. */
export function shortDay(day: LocalDay): string {
  const parts = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
  return format(day, parts).replace(',', '')
}

/** A day under a bar: `26 Nov`. */
export function tickDay(day: LocalDay): string {
  return format(day, { day: 'numeric', month: 'short' })
}

/** A share as whole per cent, its sign kept on the same line. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`
}

/** The ends of an interval: `between 86 % and 93 %`. */
export function betweenWords({ low, high }: Interval): string {
  return `between ${percent(low)} and ${percent(high)}`
}

/** A number with its noun: `1 card`, `1,204 cards`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`
}

function format(day: LocalDay, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...parts }).format(
    Date.parse(`${day}T00:00:00Z`),
  )
}
