/** A card forgotten so often keeps slipping: Anki's threshold. */
export const LEECH_LAPSES = 8

/**
 * Whether the lapse just counted makes the card one that keeps slipping: the eighth, and every fourth after
 * it (Anki: rslib/src/scheduler/answering/review.rs, leech_threshold_met).
 */
export function isLeechLapse(lapses: number): boolean {
  return lapses >= LEECH_LAPSES && (lapses - LEECH_LAPSES) % Math.ceil(LEECH_LAPSES / 2) === 0
}
