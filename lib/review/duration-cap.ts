/** A longer time (ms) than this is a break, not thinking: the same cap as Anki's. The log keeps no more. */
export const DURATION_CAP_MS = 60_000
