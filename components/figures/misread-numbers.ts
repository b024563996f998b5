/** What a counter of orders said each minute; the process started anew between the fourth and the fifth reading. */
export const readings = [120, 180, 240, 300, 20, 80] as const

/** What was really added: a reading lower than the one before began again at nothing. */
export function addedTo(values: readonly number[]): number[] {
  return values.slice(1).map((value, at) => (value < values[at]! ? value : value - values[at]!))
}

/** A thousand checkouts: most of them fast, some of them waiting for a connection. */
export const humps = [
  { ms: 80, count: 940 },
  { ms: 2080, count: 60 },
] as const

/** Milliseconds. */
export function meanOf(parts: readonly { readonly ms: number; readonly count: number }[]): number {
  const count = parts.reduce((sum, part) => sum + part.count, 0)
  return parts.reduce((sum, part) => sum + part.ms * part.count, 0) / count
}

/** What two copies with one identity report, in turns: the first has run for long, the second has just begun. */
export const mixedReports = [5000, 300, 5060, 360, 5120, 420] as const
