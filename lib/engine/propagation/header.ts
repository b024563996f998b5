/** One HTTP header as sent: name and value. Order and repetition matter, so requests carry a list of them. */
export type Header = readonly [name: string, value: string]

/**
 * All values of a header, in the order received. Header names are case-insensitive (RFC 9110 section 5.1).
 *
 * @param name in lower case.
 */
export function findHeaderValues(headers: readonly Header[], name: string): string[] {
  const values: string[] = []
  for (const [candidate, value] of headers) {
    if (candidate.length === name.length && candidate.toLowerCase() === name) values.push(value)
  }
  return values
}

/** The headers without those of the given names (in lower case): what a proxy that strips them lets through. */
export function removeHeaders(headers: readonly Header[], names: readonly string[]): Header[] {
  return headers.filter(([name]) => !names.includes(name.toLowerCase()))
}
