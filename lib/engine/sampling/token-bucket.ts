/** A bucket of tokens that fills at a steady rate. */
export interface TokenBucket {
  /**
   * Takes tokens if there are enough. Time that goes back counts as no time.
   *
   * @param timeMs now, in milliseconds.
   * @param cost tokens to take. Default 1.
   */
  take(timeMs: number, cost?: number): boolean
  /** The tokens at a time, 0 to the capacity, without taking any. */
  tokensAt(timeMs: number): number
}

/**
 * A token bucket: tokens = min(capacity, tokens + elapsed × rate). It starts full, at the time of the first take.
 * In any span of t seconds it lets through at most capacity + rate × t.
 *
 * @param perSecond tokens a second, at least 0.
 * @param capacity the burst, at least 1 (smaller values count as 1).
 */
export function createTokenBucket(perSecond: number, capacity: number): TokenBucket {
  const most = Math.max(1, capacity)
  const rate = Math.max(0, perSecond)
  let tokens = most
  let lastMs: number | null = null

  function tokensAt(timeMs: number): number {
    const elapsedMs = lastMs === null ? 0 : Math.max(0, timeMs - lastMs)
    return Math.min(most, tokens + (elapsedMs / 1000) * rate)
  }

  return {
    tokensAt,
    take(timeMs, cost = 1) {
      tokens = tokensAt(timeMs)
      lastMs = lastMs === null ? timeMs : Math.max(lastMs, timeMs)
      if (tokens < cost) return false
      tokens -= cost
      return true
    },
  }
}
