import type { SpanBatch } from './span-batch'

/** When spans that have ended are sent: at the ticks of their SDK's batch processor, or at once where that is 0. */
export function exportMoment(endMs: number, resource: number, intervalMs: number): number {
  if (intervalMs <= 0) return endMs
  // Processes do not tick together: each starts its clock at another fraction of the interval (golden ratio).
  const phase = ((resource * 0.6180339887498949) % 1) * intervalMs
  return (Math.floor((endMs + phase) / intervalMs) + 1) * intervalMs - phase
}

const bucketBits = 12

/**
 * The rows of a batch in the order in which the spans reach the Collector; equal moments keep the order of rows.
 * Linear in the number of spans where arrivals are spread evenly (buckets, then insertion within each).
 *
 * @param order written and returned where it is long enough, else a longer one is made; the first `spanCount` hold rows.
 */
export function arrivalOrder(batch: SpanBatch, order: Uint32Array = new Uint32Array(0)): Uint32Array {
  const { spanCount, arrival } = batch
  const rows = order.length >= spanCount ? order : new Uint32Array(spanCount)
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (let row = 0; row < spanCount; row += 1) {
    const at = arrival[row]!
    if (at < first) first = at
    if (at > last) last = at
  }
  const buckets = 1 << Math.min(20, Math.max(bucketBits, 32 - Math.clz32(spanCount)))
  const scale = last > first ? (buckets - 1) / (last - first) : 0
  const place = new Uint32Array(buckets + 1)
  for (let row = 0; row < spanCount; row += 1) {
    const bucket = ((arrival[row]! - first) * scale) | 0
    place[bucket + 1] = place[bucket + 1]! + 1
  }
  for (let bucket = 0; bucket < buckets; bucket += 1) place[bucket + 1] = place[bucket + 1]! + place[bucket]!
  for (let row = 0; row < spanCount; row += 1) {
    const bucket = ((arrival[row]! - first) * scale) | 0
    const at = place[bucket]!
    rows[at] = row
    place[bucket] = at + 1
  }
  // Rows of a bucket are neighbours now, so that this touches each only a few places away.
  for (let at = 1; at < spanCount; at += 1) {
    const row = rows[at]!
    const moment = arrival[row]!
    let free = at
    while (free > 0 && arrival[rows[free - 1]!]! > moment) {
      rows[free] = rows[free - 1]!
      free -= 1
    }
    rows[free] = row
  }
  return rows
}
