import { compare } from './compare'
import { functions } from './function'
import { parseCondition } from './parser'
import { findPath, type OttlContext, type OttlContextName, symbols } from './path'
import type { Call, Condition, PathField, Value } from './syntax'
import { isList, isMap, OttlBytes, OttlFailure, type OttlValue } from './value'

/** A condition ready to be asked. It never throws: a failure while it runs is an answer. */
export type OttlCondition = (
  context: OttlContext,
) => { readonly ok: true; readonly value: boolean } | { readonly ok: false; readonly message: string }

type Reader = (context: OttlContext) => OttlValue
type Test = (context: OttlContext) => boolean

/** A name that the compiler does not know: the refusal to load. */
export class Unknown extends Error {}

/**
 * Compiles an OTTL condition for a context. The whole grammar of conditions is read; the
 * paths of the contexts and the converters that answer questions about a span are known.
 *
 * Errors: the text that a Collector prints when it refuses the condition, `unable to parse OTTL condition "…": …`.
 *
 * Source: contrib pkg/ottl (grammar.go, boolean_value.go, LANGUAGE.md), processor/tailsamplingprocessor ottl.go.
 */
export function compileCondition(
  text: string,
  context: OttlContextName,
):
  | { readonly ok: true; readonly condition: OttlCondition }
  | { readonly ok: false; readonly message: string } {
  const prefix = `unable to parse OTTL condition ${JSON.stringify(text)}: `
  const parsed = parseCondition(text)
  if (!parsed.ok) return { ok: false, message: `${prefix}condition has invalid syntax: ${parsed.message}` }
  try {
    const test = compileTest(parsed.condition, context)
    return { ok: true, condition: (about) => answer(test, about) }
  } catch (failure) {
    if (!(failure instanceof Unknown)) throw failure
    return { ok: false, message: prefix + failure.message }
  }
}

function answer(test: Test, context: OttlContext): ReturnType<OttlCondition> {
  try {
    return { ok: true, value: test(context) }
  } catch (failure) {
    if (!(failure instanceof OttlFailure)) throw failure
    return { ok: false, message: failure.message }
  }
}

/** A condition as a test that throws OttlFailure where it fails; throws Unknown for a name that is not known. */
export function compileTest(condition: Condition, context: OttlContextName): Test {
  switch (condition.kind) {
    case 'or': {
      const parts = condition.parts.map((part) => compileTest(part, context))
      return (about) => parts.some((part) => part(about))
    }
    case 'and': {
      const parts = condition.parts.map((part) => compileTest(part, context))
      return (about) => parts.every((part) => part(about))
    }
    case 'not': {
      const part = compileTest(condition.part, context)
      return (about) => !part(about)
    }
    case 'constant':
      return () => condition.value
    case 'converter': {
      const call = compileCall(condition.call, context)
      return (about) => {
        const value = call(about)
        if (typeof value !== 'boolean') throw new OttlFailure('value returned from converter is not a bool')
        return value
      }
    }
    case 'compare': {
      const left = compileValue(condition.left, context)
      const right = compileValue(condition.right, context)
      return (about) => compare(condition.operator, left(about), right(about))
    }
  }
}

/** A value as a reader of contexts; throws as `compileTest` does. */
export function compileValue(value: Value, context: OttlContextName): Reader {
  switch (value.kind) {
    case 'literal':
      return () => value.value
    case 'bytes': {
      const bytes = new OttlBytes(value.hex)
      return () => bytes
    }
    case 'enum': {
      const number = symbols.get(value.name)
      if (number === undefined) throw new Unknown(`enum symbol, ${value.name}, not found`)
      return () => number
    }
    case 'path':
      return compilePath(value.fields, context)
    case 'call':
      return compileCall(value.call, context)
    case 'list': {
      const items = value.items.map((item) => compileValue(item, context))
      return (about) => items.map((item) => item(about))
    }
    case 'map': {
      const entries = value.entries.map(([key, item]) => [key, compileValue(item, context)] as const)
      return (about) => Object.fromEntries(entries.map(([key, item]) => [key, item(about)]))
    }
    case 'math': {
      const left = compileValue(value.left, context)
      const right = compileValue(value.right, context)
      return (about) => calculate(value.operator, left(about), right(about))
    }
  }
}

function compilePath(fields: readonly PathField[], context: OttlContextName): Reader {
  const reader = findPath(
    fields.map((field) => field.name),
    context,
  )
  if (typeof reader === 'string') throw new Unknown(reader)
  // Only the last field of a path can be a map; a key before it has nothing to open.
  const keyed = fields.findIndex((field) => field.keys.length > 0)
  if (keyed >= 0 && keyed < fields.length - 1) {
    throw new Unknown(`accessing ${JSON.stringify(fields[keyed]!.name)} by key is not supported`)
  }
  return withKeys(reader, fields.at(-1)!.keys, context)
}

function compileCall(call: Call, context: OttlContextName): Reader {
  const known = Object.hasOwn(functions, call.name) ? functions[call.name]! : null
  if (known === null) throw new Unknown(`undefined function ${JSON.stringify(call.name)}`)
  const [least, most] = known.arity
  if (call.args.length < least || call.args.length > most) {
    throw new Unknown(
      `error while parsing arguments for call to ${JSON.stringify(call.name)}: incorrect number of arguments. ` +
        `Expected: ${most} Received: ${call.args.length}`,
    )
  }
  const args = call.args.map((argument) => compileValue(argument.value, context))
  return withKeys(
    (about) =>
      known.run(
        args.map((argument) => argument(about)),
        about,
      ),
    call.keys,
    context,
  )
}

function withKeys(reader: Reader, keys: readonly Value[], context: OttlContextName): Reader {
  const readers = keys.map((key) => compileValue(key, context))
  return readers.reduce<Reader>((inner, key) => (about) => index(inner(about), key(about)), reader)
}

/** One step into a map or a list; what is not there is nil. */
function index(value: OttlValue, key: OttlValue): OttlValue {
  if (value === null) return null
  if (typeof key === 'string' && isMap(value)) return Object.hasOwn(value, key) ? value[key]! : null
  if (typeof key === 'number' && isList(value)) {
    const item = value[key]
    if (item === undefined) throw new OttlFailure(`index ${key} out of bounds`)
    return item
  }
  // The one string with keys is the tracestate.
  if (typeof key === 'string' && typeof value === 'string') return member(value, key)
  throw new OttlFailure(`type does not support indexing by ${typeof key}`)
}

function member(traceState: string, key: string): OttlValue {
  for (const pair of traceState.split(',')) {
    const equals = pair.indexOf('=')
    if (equals > 0 && pair.slice(0, equals).trim() === key) return pair.slice(equals + 1).trim()
  }
  return ''
}

function calculate(operator: '+' | '-' | '*' | '/', left: OttlValue, right: OttlValue): OttlValue {
  if (typeof left !== 'number' || typeof right !== 'number') {
    throw new OttlFailure(`math expression error: cannot apply ${operator} to values that are not numbers`)
  }
  if (operator === '+') return left + right
  if (operator === '-') return left - right
  if (operator === '*') return left * right
  const whole = Number.isInteger(left) && Number.isInteger(right)
  if (whole && right === 0) throw new OttlFailure('attempted to divide by 0')
  return whole ? Math.trunc(left / right) : left / right
}
