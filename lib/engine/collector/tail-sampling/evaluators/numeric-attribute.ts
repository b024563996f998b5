import type { PolicyProgram } from '../evaluator'
import type { SpanAttributeValue } from '../span-data'
import { anySpan } from './any-span'

/** What pdata's Value.Int() reads: anything that is not an int64 reads as 0. */
function asInteger(value: SpanAttributeValue): number {
  return typeof value === 'number' && Number.isInteger(value) ? value : 0
}

/**
 * Samples a trace with a span or resource attribute within inclusive bounds. A bound of 0 is no bound, because the
 * processor cannot tell it from an absent one; with neither bound there is no evaluator at all (null).
 *
 * Source: contrib processor/tailsamplingprocessor/internal/sampling/numeric_tag_filter.go; processor.go
 * getSharedPolicyEvaluator for the meaning of 0.
 */
export function numericAttribute(settings: {
  readonly key: string
  readonly minValue: number
  readonly maxValue: number
  readonly invertMatch: boolean
}): PolicyProgram | null {
  if (settings.minValue === 0 && settings.maxValue === 0) return null
  const least = settings.minValue === 0 ? Number.NEGATIVE_INFINITY : settings.minValue
  const most = settings.maxValue === 0 ? Number.POSITIVE_INFINITY : settings.maxValue
  const within = (value: SpanAttributeValue) => {
    const number = asInteger(value)
    return number >= least && number <= most
  }
  return anySpan((table) => table.attributeTest(settings.key, within, within), settings.invertMatch)
}
