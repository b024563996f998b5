import type { SpanStatus } from '../../engine/traffic/span-batch'

/** A duration in milliseconds as it is read: “412 ms”, “1.62 s”, “0.4 ms”. */
export function durationWords(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`
  return `${ms > 0 && ms < 9.95 ? ms.toFixed(1) : Math.round(ms)} ms`
}

/** The first eight digits of a trace id: enough to tell it from its neighbours. */
export function shortId(id: string): string {
  return `${id.slice(0, 8)}…`
}

/** “a span”, “3 spans”. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? `a${/^[aeiou]/.test(one) ? 'n' : ''} ${one}` : `${count} ${many}`
}

/** The three states of a status as they are read. */
export const statusWords: Readonly<Record<SpanStatus, string>> = { UNSET: 'Unset', OK: 'Ok', ERROR: 'Error' }
