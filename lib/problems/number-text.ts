/** A number as a reader writes it: `12,240`, `0.05`. At most six digits behind the point. */
export function writeNumber(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 6 })
}

/**
 * Reads a number that somebody typed: spaces and commas between thousands are passed over, and so is a unit behind it.
 * Null for what is no number. A comma before one, two or more than three digits is not guessed at.
 */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, '')
  const match = /^([+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?|[+-]?\.\d+)\s*(?:%|[a-z]+)?$/i.exec(plain)
  return match ? Number(match[1]!.replaceAll(',', '')) : null
}
