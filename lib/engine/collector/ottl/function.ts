import { parseGoDuration } from '../go-duration'
import { compileGoRegex } from '../go-regex'
import type { OttlContext } from './path'
import { isList, isMap, OttlBytes, OttlDuration, OttlFailure, type OttlValue } from './value'

export type OttlFunction = (args: readonly OttlValue[], context: OttlContext) => OttlValue

function text(value: OttlValue | undefined, name: string): string {
  if (typeof value !== 'string')
    throw new OttlFailure(`expected string but got ${nameOfType(value)} in ${name}`)
  return value
}

function number(value: OttlValue | undefined, name: string): number {
  if (typeof value !== 'number')
    throw new OttlFailure(`expected number but got ${nameOfType(value)} in ${name}`)
  return value
}

function nameOfType(value: OttlValue | undefined): string {
  if (value === undefined || value === null) return 'nil'
  return Array.isArray(value) ? 'slice' : typeof value
}

/** What StringLikeGetter makes of a value; nil stays nil. */
function textual(value: OttlValue | undefined): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  if (value instanceof OttlBytes) return value.hex
  if (value instanceof OttlDuration) return `${value.nanoseconds}ns`
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function integer(value: OttlValue | undefined): OttlValue {
  if (typeof value === 'number') return Math.trunc(value)
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'string' && /^[-+]?\d+$/.test(value) ? Number(value) : null
}

function double(value: OttlValue | undefined): OttlValue {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
    ? Number(value)
    : null
}

function length(value: OttlValue | undefined): number {
  if (typeof value === 'string') return value.length
  if (value !== undefined && isList(value)) return value.length
  if (value !== undefined && isMap(value)) return Object.keys(value).length
  throw new OttlFailure(
    'target arg must be of type string, []any, map[string]any, pcommon.Map, pcommon.Slice',
  )
}

function matches(value: OttlValue | undefined, pattern: OttlValue | undefined): boolean {
  const subject = textual(value)
  const regex = compileGoRegex(text(pattern, 'IsMatch'))
  if (typeof regex === 'string') throw new OttlFailure(regex)
  return subject !== null && regex.test(subject)
}

function parseDuration(value: OttlValue | undefined): OttlDuration {
  const parsed = parseGoDuration(text(value, 'Duration'))
  if (typeof parsed === 'string') throw new OttlFailure(parsed)
  return new OttlDuration(parsed.nanoseconds)
}

const per = (unit: number): OttlFunction => {
  return ([value]) => {
    if (!(value instanceof OttlDuration)) throw new OttlFailure('expected duration')
    return Math.trunc(value.nanoseconds / unit)
  }
}

/** The converters a condition may call. Source: contrib pkg/ottl/ottlfuncs/README.md, Converters. */
export const functions: Readonly<
  Record<string, { readonly arity: readonly [number, number]; readonly run: OttlFunction }>
> = {
  IsMatch: { arity: [2, 2], run: ([value, pattern]) => matches(value, pattern) },
  IsString: { arity: [1, 1], run: ([value]) => typeof value === 'string' },
  IsBool: { arity: [1, 1], run: ([value]) => typeof value === 'boolean' },
  IsInt: { arity: [1, 1], run: ([value]) => Number.isInteger(value) },
  IsDouble: { arity: [1, 1], run: ([value]) => typeof value === 'number' && !Number.isInteger(value) },
  IsMap: { arity: [1, 1], run: ([value]) => value !== undefined && isMap(value) },
  IsList: { arity: [1, 1], run: ([value]) => value !== undefined && isList(value) },
  IsRootSpan: { arity: [0, 0], run: (_, { span }) => !span.parentSpanId || /^0+$/.test(span.parentSpanId) },
  HasPrefix: {
    arity: [2, 2],
    run: ([value, part]) => text(value, 'HasPrefix').startsWith(text(part, 'HasPrefix')),
  },
  HasSuffix: {
    arity: [2, 2],
    run: ([value, part]) => text(value, 'HasSuffix').endsWith(text(part, 'HasSuffix')),
  },
  ContainsValue: {
    arity: [2, 2],
    run: ([list, item]) => {
      if (list === undefined || !isList(list)) throw new OttlFailure('expected list in ContainsValue')
      return list.some((entry) => entry === item)
    },
  },
  Len: { arity: [1, 1], run: ([value]) => length(value) },
  Concat: {
    arity: [2, 2],
    run: ([list, separator]) => {
      if (list === undefined || !isList(list)) throw new OttlFailure('expected list in Concat')
      return list.map((item) => textual(item) ?? '<nil>').join(text(separator, 'Concat'))
    },
  },
  Split: { arity: [2, 2], run: ([value, by]) => text(value, 'Split').split(text(by, 'Split')) },
  Substring: {
    arity: [3, 3],
    run: ([value, start, count]) => {
      const whole = text(value, 'Substring')
      const from = number(start, 'Substring')
      const to = from + number(count, 'Substring')
      if (from < 0 || to <= from || to > whole.length)
        throw new OttlFailure('invalid range for substring function')
      return whole.slice(from, to)
    },
  },
  ConvertCase: {
    arity: [2, 2],
    run: ([value, to]) => {
      const whole = text(value, 'ConvertCase')
      if (to === 'lower') return whole.toLowerCase()
      if (to === 'upper') return whole.toUpperCase()
      throw new OttlFailure(`invalid case: ${textual(to) ?? 'nil'}`)
    },
  },
  ToLowerCase: { arity: [1, 1], run: ([value]) => text(value, 'ToLowerCase').toLowerCase() },
  ToUpperCase: { arity: [1, 1], run: ([value]) => text(value, 'ToUpperCase').toUpperCase() },
  Trim: { arity: [1, 1], run: ([value]) => text(value, 'Trim').trim() },
  String: { arity: [1, 1], run: ([value]) => textual(value) },
  Int: { arity: [1, 1], run: ([value]) => integer(value) },
  Double: { arity: [1, 1], run: ([value]) => double(value) },
  Bool: {
    arity: [1, 1],
    run: ([value]) =>
      typeof value === 'string' ? value.toLowerCase() === 'true' : value === null ? null : Boolean(value),
  },
  TraceID: { arity: [1, 1], run: ([value]) => value ?? null },
  SpanID: { arity: [1, 1], run: ([value]) => value ?? null },
  Duration: { arity: [1, 1], run: ([value]) => parseDuration(value) },
  Hours: { arity: [1, 1], run: per(3.6e12) },
  Minutes: { arity: [1, 1], run: per(6e10) },
  Seconds: { arity: [1, 1], run: per(1e9) },
  Milliseconds: { arity: [1, 1], run: per(1e6) },
  Microseconds: { arity: [1, 1], run: per(1e3) },
  Nanoseconds: { arity: [1, 1], run: per(1) },
}
