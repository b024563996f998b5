/** Limits of a scale. Source: specification/metrics/data-model.md, Exponential Scale; sdk.md, MaxScale. */
export const minScale = -10
export const maxScale = 20

const smallestNormal = 2 ** -1022
const fraction = new Float64Array(1)
const words = new Uint32Array(fraction.buffer)
const [lowWord, highWord] = littleEndian() ? [0, 1] : [1, 0]
const perUnit = 2 ** maxScale / Math.LN2

/**
 * The bucket of a positive finite value at a scale: bucket i holds `base^i < value <= base^(i + 1)` where
 * `base = 2^(2^-scale)`.
 *
 * The index is found at scale 20 and shifted, for a coarser bucket is made of whole finer ones: so a value lands where
 * later downscaling would have put it. Exact powers of two are exact at every scale. Subnormal values count as the
 * smallest normal one.
 *
 * Source: specification/metrics/data-model.md, ExponentialHistogram, "Bucket boundaries are upper-inclusive".
 */
export function exponentialIndex(value: number, scale: number): number {
  return finestIndex(value) >> (maxScale - scale)
}

/** The upper bound, inclusive, of a bucket at a scale: `2^((index + 1) / 2^scale)`. Infinity above the doubles. */
export function exponentialUpperBound(index: number, scale: number): number {
  return 2 ** ((index + 1) * 2 ** -scale)
}

function finestIndex(value: number): number {
  fraction[0] = Math.max(value, smallestNormal)
  const high = words[highWord!]!
  const exponent = (high >>> 20) - 1023
  const start = exponent * 2 ** maxScale
  if ((high & 0xfffff) === 0 && words[lowWord!] === 0) return start - 1
  words[highWord!] = (high & 0xfffff) | 0x3ff00000
  // Of the fraction alone, in (1, 2), the logarithm is precise to the last buckets on either side.
  const within = Math.floor(Math.log(fraction[0]!) * perUnit)
  return start + Math.min(within, 2 ** maxScale - 1)
}

function littleEndian(): boolean {
  return new Uint8Array(new Uint32Array([1]).buffer)[0] === 1
}
