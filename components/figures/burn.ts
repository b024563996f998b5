/** Times are minutes after 09:00. From then on twice as many checkouts come, and some fail, until the repair. */
export const incident = { badShare: 0.12, repairedAt: 44, trafficAfter: 2 }

/** The objective: 99.5 % good, so half a percent may be bad. */
export const budget = 0.005
/** The page: 14.4 times as fast as the budget allows. Source: SRE Workbook, chapter 5. */
export const pageAbove = 14.4 * budget

const overlap = (from: number, to: number, start: number, end: number): number =>
  Math.max(0, Math.min(to, end) - Math.max(from, start))

/** The share of bad checkouts in the window that ends at a minute. Traffic before 09:00 is 1 a minute. */
export function badShareAt(minute: number, windowMinutes: number): number {
  const from = minute - windowMinutes
  const before = overlap(from, minute, Number.NEGATIVE_INFINITY, 0)
  const after = overlap(from, minute, 0, Number.POSITIVE_INFINITY) * incident.trafficAfter
  const bad = overlap(from, minute, 0, incident.repairedAt) * incident.trafficAfter * incident.badShare
  return bad / (before + after)
}

/** Whether the page is on: both windows burn faster than it allows. A hair above is not above: the sums are floats. */
export function isPaging(minute: number): boolean {
  return [60, 5].every((window) => badShareAt(minute, window) > pageAbove + 1e-9)
}
