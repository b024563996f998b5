/** A share read from a sample, with its 95 % interval; all 0..1. */
export interface Estimate {
  readonly rate: number
  readonly low: number
  readonly high: number
  /** The sum of the weights: how many there are, as far as the sample knows. */
  readonly total: number
}

/** Of the standard normal, for 95 %. */
const z = 1.959963984540054

/** The sums of a weighted sample: the weight of each is how many it stands for. */
export interface SampleSums {
  total: number
  squares: number
  marked: number
}

export const emptySample = (): SampleSums => ({ total: 0, squares: 0, marked: 0 })

/** Adds one kept trace that stands for `weight` of them (its adjusted count), marked or not as an error. */
export function addToSample(sums: SampleSums, weight: number, isMarked: boolean): void {
  sums.total += weight
  sums.squares += weight * weight
  if (isMarked) sums.marked += weight
}

/**
 * The share of what is marked, from a weighted sample: Horvitz and Thompson's estimate as a ratio, with Wilson's
 * interval at Kish's effective size (Σw)²/Σw². The interval asks about the source of the traffic, not just about this
 * run, and is on the wide side for large samples.
 *
 * Null for an empty sample. Sources: E. B. Wilson, JASA 22 (1927); L. Kish, Survey Sampling (1965), 11.7.
 */
export function estimateRate({ total, squares, marked }: SampleSums): Estimate | null {
  if (total === 0) return null
  const rate = marked / total
  const size = (total * total) / squares
  const centre = (rate + (z * z) / (2 * size)) / (1 + (z * z) / size)
  const half =
    (z / (1 + (z * z) / size)) * Math.sqrt((rate * (1 - rate)) / size + (z * z) / (4 * size * size))
  return { rate, low: Math.max(0, centre - half), high: Math.min(1, centre + half), total }
}
