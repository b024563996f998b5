import { parseGoDuration } from '../go-duration'
import { parseComponentId } from './component-id'
import type { ConfigNode, ScalarNode } from './config-node'
import type { Position } from './diagnosis'
import { goType, type Schema, type StructSchema } from './schema'

/** Settings after decoding. Durations are milliseconds; what is absent, null or opaque is left out. */
export type Decoded = string | number | boolean | null | Decoded[] | { [key: string]: Decoded }

/** A decode error without its surroundings: `'policies[0].latency' has invalid keys: a`. */
export interface DecodeError {
  /** mapstructure's name of the place: `policies[0].latency`. */
  readonly name: string
  readonly at: Position
  readonly message: string
}

/**
 * Decodes a node into the shape of a schema as mapstructure does for the Collector: strictly typed, except that a number
 * with a fraction is cut for an integer, an integer serves as a duration in nanoseconds, and a string serves as a list of
 * strings, split at commas. All errors are collected; what is opaque (`${env:X}`) is accepted anywhere.
 *
 * Source: go-viper/mapstructure v2 decode; confmap/internal/decoder.go for hooks and strictness.
 */
export function decode(
  node: ConfigNode | null,
  schema: Schema,
): { readonly value: Decoded | undefined; readonly errors: readonly DecodeError[] } {
  const errors: DecodeError[] = []
  return { value: node === null ? undefined : decodeNode(node, schema, '', errors), errors }
}

function decodeNode(
  node: ConfigNode,
  schema: Schema,
  name: string,
  errors: DecodeError[],
): Decoded | undefined {
  if (node.kind === 'scalar' && (node.opaque || node.value === null)) return undefined
  const fail = (reason: string) => {
    errors.push({ name, at: node.at, message: `'${name}' ${reason}` })
    return undefined
  }
  switch (schema.type) {
    case 'any':
      return plain(node)
    case 'list':
      return decodeList(node, schema.of, name, errors, fail)
    case 'map':
      if (node.kind !== 'map') return fail(unconvertible(schema, node))
      return Object.fromEntries(
        node.entries.flatMap(({ key, value }) => {
          const inner = decodeNode(value, schema.of, `${name}[${key}]`, errors)
          return inner === undefined ? [] : [[key, inner]]
        }),
      )
    case 'struct':
      return decodeStruct(node, schema, name, errors, fail)
    default:
      return node.kind === 'scalar' ? decodeScalar(node, schema, fail) : fail(unconvertible(schema, node))
  }
}

type Fail = (reason: string) => undefined

function decodeList(
  node: ConfigNode,
  of: Schema,
  name: string,
  errors: DecodeError[],
  fail: Fail,
): Decoded | undefined {
  if (node.kind === 'scalar' && typeof node.value === 'string' && of.type === 'string') {
    return node.value === '' ? [] : node.value.split(',')
  }
  if (node.kind !== 'list') return fail(`source data must be an array or slice, got ${goKind(node)}`)
  return node.items.flatMap((item, index) => {
    const inner = decodeNode(item, of, `${name}[${index}]`, errors)
    // A null or opaque item still is an item: a struct with nothing set.
    if (inner === undefined) return of.type === 'struct' && item.kind === 'scalar' ? [{}] : []
    return [inner]
  })
}

function decodeStruct(
  node: ConfigNode,
  schema: StructSchema,
  name: string,
  errors: DecodeError[],
  fail: Fail,
): Decoded | undefined {
  if (node.kind !== 'map') return fail(`expected a map or struct, got ${JSON.stringify(goKind(node))}`)
  const value: { [key: string]: Decoded } = {}
  const invalid: { key: string; at: Position }[] = []
  for (const entry of node.entries) {
    const field = Object.hasOwn(schema.fields, entry.key) ? schema.fields[entry.key] : schema.rest
    if (field === undefined) {
      invalid.push(entry)
      continue
    }
    const inner = decodeNode(entry.value, field, name === '' ? entry.key : `${name}.${entry.key}`, errors)
    if (inner !== undefined) value[entry.key] = inner
  }
  if (invalid.length > 0) {
    const keys = invalid.map(({ key }) => key).sort()
    errors.push({ name, at: invalid[0]!.at, message: `'${name}' has invalid keys: ${keys.join(', ')}` })
  }
  return value
}

function decodeScalar(node: ScalarNode, schema: Schema, fail: Fail): Decoded | undefined {
  const { value } = node
  switch (schema.type) {
    case 'string':
      // A default that was substituted keeps its text beside the number or the word that it reads as.
      if (node.written !== undefined) return node.written
      return typeof value === 'string' ? value : fail(unconvertible(schema, node))
    case 'choice': {
      if (typeof value !== 'string') return fail(unconvertible(schema, node))
      const word = schema.words.find((known) => known === value.toLowerCase())
      return word ?? fail(schema.refusal(value))
    }
    case 'bool':
      return typeof value === 'boolean' ? value : fail(unconvertible(schema, node))
    case 'float':
      return typeof value === 'number' ? value : fail(unconvertible(schema, node))
    case 'int':
      return typeof value === 'number' ? Math.trunc(value) : fail(unconvertible(schema, node))
    case 'uint':
      if (typeof value !== 'number') return fail(unconvertible(schema, node))
      if (value < 0) {
        const printed = Number.isInteger(value) ? value : value.toFixed(6)
        return fail(`cannot parse value as '${goType(schema)}': ${printed} overflows uint`)
      }
      return Math.trunc(value)
    case 'duration': {
      // A bare number is nanoseconds, a classic surprise.
      if (typeof value === 'number') return Math.trunc(value) / 1e6
      if (typeof value !== 'string') return fail(unconvertible(schema, node))
      const parsed = parseGoDuration(value)
      return typeof parsed === 'string' ? fail(parsed) : parsed.nanoseconds / 1e6
    }
    default: {
      if (typeof value !== 'string') return fail(unconvertible(schema, node))
      const parsed = parseComponentId(value)
      return parsed.ok ? value : fail(parsed.message)
    }
  }
}

function unconvertible(schema: Schema, node: ConfigNode): string {
  return `expected type '${goType(schema)}', got unconvertible type '${goTypeOf(node)}'`
}

function goKind(node: ConfigNode): string {
  if (node.kind === 'map') return 'map'
  if (node.kind === 'list') return 'slice'
  return goTypeOf(node)
}

function goTypeOf(node: ConfigNode): string {
  if (node.kind === 'map') return 'map[string]interface {}'
  if (node.kind === 'list') return '[]interface {}'
  if (typeof node.value === 'number') return Number.isInteger(node.value) ? 'int' : 'float64'
  return typeof node.value === 'boolean' ? 'bool' : 'string'
}

function plain(node: ConfigNode): Decoded {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(plain)
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]))
}
