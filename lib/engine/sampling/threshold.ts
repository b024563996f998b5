/**
 * A rejection threshold T of consistent probability sampling: an integer from 0 (keep all) to 2^56 − 1 (keep one
 * in 2^56). A trace with randomness R is kept when R ≥ T. "Never" is not a threshold: it is null.
 */
export type Threshold = bigint

/** 56 random bits R as an integer: the `rv` of tracestate or the right-most 7 bytes of the trace id. */
export type Randomness = bigint

/** 2^56: one more than the largest threshold, and the largest adjusted count. */
export const mostAdjustedCount = 1n << 56n
/** 2^-56: the smallest probability that a threshold can express. */
export const leastProbability = 2 ** -56
/** Hexadecimal digits of 56 bits. */
export const thresholdDigits = 14

export type ThresholdParse =
  | { readonly ok: true; readonly threshold: Threshold }
  | { readonly ok: false; readonly message: string }

export type RandomnessParse =
  | { readonly ok: true; readonly randomness: Randomness }
  | { readonly ok: false; readonly message: string }

const hexadecimal = /^[0-9a-fA-F]+$/

/**
 * The binary exponent of C's frexp: value = fraction × 2^exponent with the fraction in [1/2, 1).
 */
function binaryExponent(value: number): number {
  if (value === 0) return 0
  let exponent = Math.floor(Math.log2(value)) + 1
  // log2 rounds: correct a value next to a power of two.
  if (value >= 2 ** exponent) exponent += 1
  else if (value < 2 ** (exponent - 1)) exponent -= 1
  return exponent
}

/**
 * The threshold of a probability, at a number of significant hexadecimal digits.
 *
 * @param probability from 2^-56 to 1, otherwise the answer is not ok.
 * @param precision 1 to 14 digits; 0 or nothing means all 14. A leading `f` or `0` is not significant: one digit
 * is added for each, so that small probabilities keep their relative precision. The last digit is rounded half up.
 *
 * Source: OpenTelemetry specification trace/tracestate-probability-sampling.md (converting floating-point
 * probability to threshold value), as in collector-contrib pkg/sampling ProbabilityToThresholdWithPrecision.
 */
export function probabilityToThreshold(probability: number, precision = thresholdDigits): ThresholdParse {
  if (!(probability >= leastProbability && probability <= 1)) {
    return { ok: false, message: 'sampling probability out of the range [1/MaxAdjustedCount, 1]' }
  }
  if (probability === 1) return { ok: true, threshold: 0n }
  const wanted = precision <= 0 ? thresholdDigits : precision
  const leadingF = Math.trunc(binaryExponent(probability) / -4)
  const leadingZero = Math.trunc(binaryExponent(1 - probability) / -4)
  const digits = Math.min(thresholdDigits, Math.trunc(wanted) + Math.max(leadingF, leadingZero))
  const exact = mostAdjustedCount - BigInt(Math.round(probability * 2 ** 56))
  const shift = BigInt(4 * (thresholdDigits - digits))
  if (shift === 0n) return { ok: true, threshold: exact }
  return { ok: true, threshold: ((exact + (1n << (shift - 1n))) >> shift) << shift }
}

/** The probability with which a threshold keeps a trace: (2^56 − T) / 2^56. */
export function thresholdToProbability(threshold: Threshold): number {
  return Number(mostAdjustedCount - threshold) / 2 ** 56
}

/** How many traces a kept one stands for: 2^56 / (2^56 − T). Null, an unknown or never-kept threshold, gives 0. */
export function adjustedCount(threshold: Threshold | null): number {
  return threshold === null ? 0 : 1 / thresholdToProbability(threshold)
}

/** The `th` of tracestate: 14 hexadecimal digits without their trailing zeros, `0` for T = 0. */
export function formatThreshold(threshold: Threshold): string {
  const digits = padToDigits(threshold).replace(/0+$/, '')
  return digits === '' ? '0' : digits
}

/** All 14 hexadecimal digits, lower case. Digits of equal length compare as text in the order of their numbers. */
export function padToDigits(value: Threshold | Randomness): string {
  return value.toString(16).padStart(thresholdDigits, '0')
}

/**
 * Reads a `th`: 1 to 14 hexadecimal digits, the missing trailing ones zero. The messages are those of
 * collector-contrib pkg/sampling.
 */
export function parseThreshold(th: string): ThresholdParse {
  if (th.length > thresholdDigits) return { ok: false, message: 't-value exceeds 14 hex digits' }
  if (th === '') return { ok: false, message: 't-value is empty' }
  if (!hexadecimal.test(th)) return { ok: false, message: 'invalid syntax' }
  return { ok: true, threshold: BigInt(`0x${th.padEnd(thresholdDigits, '0')}`) }
}

/** Writes an `rv`: always 14 hexadecimal digits. */
export function formatRandomness(randomness: Randomness): string {
  return padToDigits(randomness)
}

/** Reads an `rv`: exactly 14 hexadecimal digits. The messages are those of collector-contrib pkg/sampling. */
export function parseRandomness(rv: string): RandomnessParse {
  if (rv.length !== thresholdDigits) return { ok: false, message: 'r-value must have 14 hex digits' }
  if (!hexadecimal.test(rv)) return { ok: false, message: 'invalid syntax' }
  return { ok: true, randomness: BigInt(`0x${rv}`) }
}

/**
 * The randomness of a trace id: its right-most 7 bytes (Trace Context Level 2). Null if they are not hexadecimal.
 *
 * @param traceId 32 hexadecimal digits.
 */
export function traceIdToRandomness(traceId: string): Randomness | null {
  const digits = traceId.slice(-thresholdDigits)
  return digits.length === thresholdDigits && hexadecimal.test(digits) ? BigInt(`0x${digits}`) : null
}

/** The decision of consistent probability sampling: keep when R ≥ T. */
export function isKept(threshold: Threshold, randomness: Randomness): boolean {
  return randomness >= threshold
}

/**
 * A threshold as two words, to decide without big integers when a trace id is held as four 32-bit words:
 * R is `{ high: thirdWord & 0xffffff, low: fourthWord }`, and R ≥ T when its high is greater, or equal with low ≥.
 */
export function splitThreshold(threshold: Threshold): { readonly high: number; readonly low: number } {
  return { high: Number(threshold >> 32n), low: Number(threshold & 0xffffffffn) }
}
