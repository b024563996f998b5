import type { PolicyProgram } from '../evaluator'
import { anySpan } from './any-span'

/** Key and value together, with the "=" between them, may not exceed this many characters. */
const longestPair = 256
const mostMembers = 32
const memberKey = /^(?:[a-z][_0-9a-z\-*/]{0,255}|[a-z0-9][_0-9a-z\-*/]{0,240}@[a-z][_0-9a-z\-*/]{0,13})$/
const memberValue = /^[\x20-\x2b\x2d-\x3c\x3e-\x7e]{0,255}[\x21-\x2b\x2d-\x3c\x3e-\x7e]$/

/** The value of `key` as Go's SDK reads it: an invalid or doubled member anywhere makes the whole header unreadable. */
function lookUp(header: string, key: string): string {
  if (!header.includes(key)) return ''
  let found = ''
  const seen = new Set<string>()
  for (const member of header.split(',')) {
    const text = member.replace(/^[ \t]+|[ \t]+$/g, '')
    if (text === '') continue
    const equals = text.indexOf('=')
    const name = text.slice(0, Math.max(0, equals))
    const value = text.slice(equals + 1)
    if (equals < 0 || !memberKey.test(name) || !memberValue.test(value) || seen.has(name)) return ''
    seen.add(name)
    if (seen.size > mostMembers) return ''
    if (name === key) found = value
  }
  return found
}

/**
 * Samples a trace with any span whose tracestate has one of the values at `key`. Empty values, and values too long to
 * stand in a header with the key, are dropped from the configuration.
 *
 * Source: contrib processor/tailsamplingprocessor/internal/sampling/trace_state_filter.go; opentelemetry-go
 * trace/tracestate.go ParseTraceState.
 */
export function traceState(key: string, values: readonly string[]): PolicyProgram {
  const wanted = new Set(values.filter((value) => value !== '' && key.length + value.length < longestPair))
  return anySpan((table) => (row) => {
    const header = table.traceState(row)
    return header !== '' && wanted.has(lookUp(header, key))
  })
}
