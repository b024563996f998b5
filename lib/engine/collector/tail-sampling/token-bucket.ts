/** Go's limiter waits in whole nanoseconds: a lack that refills in less than one is no lack. */
const nanosecond = 1e-9

/**
 * A token bucket that starts full. What does not fit takes nothing, so a smaller cost after it may still pass; a cost
 * above the capacity never passes.
 *
 * Source: golang.org/x/time/rate Limiter.AllowN, which the rate_limiting and bytes_limiting policies ask.
 */
export class TokenBucket {
  private tokens: number
  private lastMs = Number.NEGATIVE_INFINITY

  /**
   * @param perSecond tokens that flow in each second.
   * @param capacity the most the bucket holds.
   */
  constructor(
    readonly perSecond: number,
    readonly capacity: number,
  ) {
    this.tokens = capacity
  }

  /** Takes `cost` tokens if they are there at `nowMs` (milliseconds); says whether they were. */
  take(cost: number, nowMs: number): boolean {
    const elapsedMs = Number.isFinite(this.lastMs) ? Math.max(0, nowMs - this.lastMs) : 0
    const tokens = Math.min(this.capacity, this.tokens + (elapsedMs / 1000) * this.perSecond)
    const left = tokens - cost
    const missing = left < 0 ? -left / this.perSecond : 0
    if (cost > this.capacity || !(missing < nanosecond)) return false
    this.lastMs = nowMs
    this.tokens = left
    return true
  }
}
