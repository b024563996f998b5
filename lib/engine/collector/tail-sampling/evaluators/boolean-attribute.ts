import type { PolicyProgram } from '../evaluator'
import type { SpanAttributeValue } from '../span-data'
import { anySpan } from './any-span'

/**
 * Samples a trace with a span or resource attribute of the given boolean. A value of another type reads as false.
 *
 * Source: contrib processor/tailsamplingprocessor/internal/sampling/boolean_tag_filter.go; pdata Value.Bool().
 */
export function booleanAttribute(settings: {
  readonly key: string
  readonly value: boolean
  readonly invertMatch: boolean
}): PolicyProgram {
  const equals = (value: SpanAttributeValue) => (value === true) === settings.value
  return anySpan((table) => table.attributeTest(settings.key, equals, equals), settings.invertMatch)
}
