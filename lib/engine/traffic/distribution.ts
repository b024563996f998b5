/** How a duration in milliseconds is spread. */
export type Distribution =
  | { readonly kind: 'fixed'; readonly ms: number }
  | { readonly kind: 'exponential'; readonly meanMs: number }
  /** The logarithm is normal: half the draws are below `medianMs`, and `sigma` (0.5 mild, 1.5 wild) is its spread. */
  | { readonly kind: 'lognormal'; readonly medianMs: number; readonly sigma: number }

const cells = 1024
const tailCells = 256
/** Length of one quantile table: 1024 cells, of which the last is drawn again as 256 finer ones. */
export const quantileTableLength = cells + 1 + tailCells + 1

/**
 * The inverse of a distribution's cumulative function as a table, so that a draw is a look-up and not a logarithm.
 * Between table points the draw is linear; beyond quantile 1 - 2^-18 it stays at that quantile's value.
 *
 * @returns `quantileTableLength` values in ms, ascending.
 */
export function quantileTable(distribution: Distribution): Float64Array {
  const table = new Float64Array(quantileTableLength)
  if (distribution.kind === 'lognormal') {
    const { medianMs, sigma } = distribution
    normalTable ??= fillTable(new Float64Array(quantileTableLength), (share) =>
      share <= 0 ? Number.NEGATIVE_INFINITY : normalQuantile(share),
    )
    for (let at = 0; at < quantileTableLength; at += 1)
      table[at] =
        normalTable[at] === Number.NEGATIVE_INFINITY ? 0 : medianMs * Math.exp(sigma * normalTable[at]!)
    return table
  }
  return fillTable(table, (share) => quantile(distribution, share))
}

/** Of the standard normal, once for all: most distributions of a graph are log-normal. */
let normalTable: Float64Array | undefined

function fillTable(table: Float64Array, valueAt: (share: number) => number): Float64Array {
  const last = 1 - 1 / (cells * tailCells)
  for (let cell = 0; cell <= cells; cell += 1) table[cell] = valueAt(Math.min(cell / cells, last))
  for (let cell = 0; cell <= tailCells; cell += 1) {
    const share = (cells - 1 + cell / tailCells) / cells
    table[cells + 1 + cell] = valueAt(Math.min(share, last))
  }
  return table
}

/** One draw from the table at `offset` of `tables`, by 32 random bits. Milliseconds. */
export function drawQuantile(tables: Float64Array, offset: number, bits: number): number {
  const cell = bits >>> 22
  if (cell < cells - 1) {
    const low = tables[offset + cell]!
    return low + (tables[offset + cell + 1]! - low) * ((bits & 0x3fffff) / 0x400000)
  }
  const at = offset + cells + 1 + ((bits >>> 14) & 0xff)
  const low = tables[at]!
  return low + (tables[at + 1]! - low) * ((bits & 0x3fff) / 0x4000)
}

/** The value in ms below which a `share` (0..1, exclusive of 1) of draws fall. */
export function quantile(distribution: Distribution, share: number): number {
  switch (distribution.kind) {
    case 'fixed':
      return distribution.ms
    case 'exponential':
      return -distribution.meanMs * Math.log1p(-share)
    case 'lognormal':
      if (share <= 0) return 0
      return distribution.medianMs * Math.exp(distribution.sigma * normalQuantile(share))
  }
}

/**
 * The inverse of the standard normal's cumulative function, relative error below 1.2e-9.
 * Source: P. J. Acklam, "An algorithm for computing the inverse normal cumulative distribution function" (2003).
 */
function normalQuantile(share: number): number {
  if (share > 0.5) return -normalQuantile(1 - share)
  if (share < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(share))
    const top = polynomial(
      q,
      [
        -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734,
        4.374664141464968, 2.938163982698783,
      ],
    )
    const bottom = polynomial(
      q,
      [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1],
    )
    return top / bottom
  }
  const q = share - 0.5
  const r = q * q
  const top = polynomial(
    r,
    [
      -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2,
      -3.066479806614716e1, 2.506628277459239,
    ],
  )
  const bottom = polynomial(
    r,
    [
      -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1,
      -1.328068155288572e1, 1,
    ],
  )
  return (top * q) / bottom
}

/** Horner's rule, highest power first. */
function polynomial(x: number, coefficients: readonly number[]): number {
  let sum = 0
  for (const coefficient of coefficients) sum = sum * x + coefficient
  return sum
}
