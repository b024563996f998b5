/** What a span's `sampling.priority` attribute asks for. */
export type SamplingPriority = 'mustSample' | 'doNotSample' | 'defer'

/** Go's strconv.ParseFloat, for what may stand in an attribute: decimal numbers, without spaces. */
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const infinity = /^\+?inf(?:inity)?$/i

/**
 * Reads a span's `sampling.priority`: 0 means do not sample, above 0 must sample; below 0, not a number, or
 * another type leaves the decision to the sampler. Source: collector-contrib
 * processor/probabilisticsamplerprocessor/tracesprocessor.go (parseSpanSamplingPriority).
 *
 * @param value of the attribute: a number or text; anything else defers.
 */
export function parseSamplingPriority(value: unknown): SamplingPriority {
  let priority = Number.NaN
  if (typeof value === 'number') priority = value
  else if (typeof value === 'bigint') priority = Number(value)
  else if (typeof value === 'string') {
    if (decimal.test(value)) priority = Number(value)
    else if (infinity.test(value)) priority = Number.POSITIVE_INFINITY
  }
  if (priority === 0) return 'doNotSample'
  return priority > 0 ? 'mustSample' : 'defer'
}
