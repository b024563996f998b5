/** The least and the greatest that a share may well be, 0..1. */
export interface Interval {
  low: number
  high: number
}

/** The 97.5th percentile of the normal distribution: an interval of 95 %. */
const Z = 1.959963984540054

/**
 * Wilson's interval of 95 % for a share of which `hits` of `trials` are known: unlike hits/trials ± something
 * it never leaves 0..1, and it holds for few trials too. From 0 to 1 where there is no trial.
 * https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval
 */
export function wilsonInterval(hits: number, trials: number): Interval {
  if (trials === 0) return { low: 0, high: 1 }
  const share = hits / trials
  const square = Z * Z
  const middle = (share + square / (2 * trials)) / (1 + square / trials)
  const half =
    (Z / (1 + square / trials)) * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials))
  // At the ends the formula gives 0 and 1 exactly, but for rounding.
  return { low: hits === 0 ? 0 : middle - half, high: hits === trials ? 1 : middle + half }
}
