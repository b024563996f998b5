const unitNanoseconds: Record<string, number> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 6e10,
  h: 3.6e12,
}

/** The longest duration an int64 of nanoseconds holds, about 292 years. */
const longest = 2 ** 63

/**
 * Reads a duration in Go's syntax: `30s`, `1m30s`, `500ms`, `1.5h`, `-2s`, `0`. A string is Go's own error text.
 *
 * @returns the length in nanoseconds; exact up to 2^53 (104 days).
 *
 * Source: Go time.ParseDuration.
 */
export function parseGoDuration(text: string): { readonly nanoseconds: number } | string {
  const invalid = `time: invalid duration ${JSON.stringify(text)}`
  const signed = /^[-+]/.test(text)
  let rest = signed ? text.slice(1) : text
  if (rest === '0') return { nanoseconds: 0 }
  if (rest === '') return invalid
  let total = 0
  while (rest !== '') {
    const number = /^(?:\d+(?:\.\d*)?|\.\d+)/.exec(rest)
    if (!number) return invalid
    rest = rest.slice(number[0].length)
    const unit = /^[^.\d]+/.exec(rest)
    if (!unit) return `time: missing unit in duration ${JSON.stringify(text)}`
    rest = rest.slice(unit[0].length)
    const size = Object.hasOwn(unitNanoseconds, unit[0]) ? unitNanoseconds[unit[0]]! : null
    if (size === null)
      return `time: unknown unit ${JSON.stringify(unit[0])} in duration ${JSON.stringify(text)}`
    // The whole and the fraction apart, as Go does it: 1.005 seconds are not quite that in binary.
    const [whole = '', fraction = ''] = number[0].split('.')
    total += Number(whole) * size + Math.trunc(Number(fraction) * (size / 10 ** fraction.length))
    if (total > longest) return invalid
  }
  if (text.startsWith('-')) return { nanoseconds: -total }
  return total >= longest ? invalid : { nanoseconds: total }
}
