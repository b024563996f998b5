import { compileGoRegex } from '../../go-regex'
import type { PolicyProgram } from '../evaluator'
import type { SpanAttributeValue } from '../span-data'
import { anySpan } from './any-span'

/** What pdata's Value.Str() reads: anything that is not a string reads as empty. */
function asText(value: SpanAttributeValue): string {
  return typeof value === 'string' ? value : ''
}

function matcher(values: readonly string[], regex: boolean): ((text: string) => boolean) | string {
  if (!regex) {
    // An empty value is dropped from the configuration, so it matches nothing.
    const wanted = new Set(values.filter((value) => value !== ''))
    return (text) => wanted.has(text)
  }
  const patterns: RegExp[] = []
  for (const value of values) {
    const pattern = compileGoRegex(value)
    if (typeof pattern === 'string') return pattern
    patterns.push(pattern)
  }
  return (text) => patterns.some((pattern) => pattern.test(text))
}

/**
 * Samples a trace with a span or resource attribute equal to one of the values or, with `enabledRegexMatching`,
 * matched by one of them anywhere (not anchored). An empty value on a span never matches. A string is the reason to
 * refuse. The processor's cache of results changes no result and is left out.
 *
 * Source: contrib processor/tailsamplingprocessor/internal/sampling/string_tag_filter.go.
 */
export function stringAttribute(settings: {
  readonly key: string
  readonly values: readonly string[]
  readonly enabledRegexMatching: boolean
  readonly invertMatch: boolean
}): PolicyProgram | string {
  const matches = matcher(settings.values, settings.enabledRegexMatching)
  if (typeof matches === 'string') return matches
  const onResource = (value: SpanAttributeValue) => matches(asText(value))
  const onSpan = (value: SpanAttributeValue) => asText(value) !== '' && matches(asText(value))
  return anySpan((table) => table.attributeTest(settings.key, onSpan, onResource), settings.invertMatch)
}
