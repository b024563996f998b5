/**
 * The bucket of a value: the first whose upper bound is not below it, or one past the last bound. Upper bounds are
 * inclusive. Binary search. Source: specification/metrics/data-model.md, Histogram.
 */
export function bucketIndex(boundaries: readonly number[], value: number): number {
  let low = 0
  let high = boundaries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (value <= boundaries[middle]!) high = middle
    else low = middle + 1
  }
  return low
}

/** The bounds of a bucket, the lower exclusive and the upper inclusive; null where there is none. */
export function bucketBounds(
  boundaries: readonly number[],
  index: number,
): readonly [above: number | null, upTo: number | null] {
  return [boundaries[index - 1] ?? null, boundaries[index] ?? null]
}
