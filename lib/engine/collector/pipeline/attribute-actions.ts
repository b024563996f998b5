import { encodeUtf8 } from '../../utf8'
import { compileGoRegex } from '../go-regex'
import type { SpanAttributes, SpanAttributeValue } from '../tail-sampling/span-data'
import { sectionsIn } from './given'
import { sha1 } from './sha1'
import { textOf } from './telemetry-item'

/** One action of the attributes or the resource processor, as its YAML has it. */
export interface AttributeAction {
  readonly key?: string
  readonly action?: string
  readonly value?: SpanAttributeValue
  readonly from_attribute?: string
  readonly pattern?: string
  readonly converted_type?: string
  /** It takes its value from the client's metadata, which nobody sends here. */
  readonly fromContext?: boolean
}

/** The actions of a list as it stands in the YAML; what is not a text where a text belongs counts as absent. */
export function actionsIn(value: unknown): AttributeAction[] {
  const texts = ['key', 'action', 'from_attribute', 'pattern', 'converted_type'] as const
  return sectionsIn(value).map((given) => {
    const named = texts.flatMap((name) => (typeof given[name] === 'string' ? [[name, given[name]]] : []))
    const value = given.value === undefined ? {} : { value: given.value as SpanAttributeValue }
    return { ...Object.fromEntries(named), ...value, fromContext: 'from_context' in given }
  })
}

/** Actions that are run here. `from_context` is not: nobody sends a client's metadata here. */
export const knownActions: readonly string[] = [
  ...['insert', 'update', 'upsert', 'delete', 'hash', 'extract', 'convert'],
]

/**
 * Runs the actions over a set of attributes, in their order. An action that is not known changes nothing.
 *
 * Source: opentelemetry-collector-contrib processor/attributesprocessor/README.md, internal/coreinternal/attraction.
 */
export function runActions(actions: readonly AttributeAction[], attributes: SpanAttributes): SpanAttributes {
  return actions.reduce((before, action) => runAction(action, before), attributes)
}

function runAction(action: AttributeAction, attributes: SpanAttributes): SpanAttributes {
  const key = action.key ?? ''
  const present = Object.hasOwn(attributes, key)
  switch (action.action?.toLowerCase()) {
    case 'insert':
      return present ? attributes : write(attributes, key, given(action, attributes))
    case 'update':
      return present ? write(attributes, key, given(action, attributes)) : attributes
    case 'upsert':
      return write(attributes, key, given(action, attributes))
    case 'delete':
      return without(attributes, (name) => name === key || matches(action.pattern, name))
    case 'hash':
      return Object.fromEntries(
        Object.entries(attributes).map(([name, value]) =>
          (action.key !== undefined && name === key) || matches(action.pattern, name)
            ? [name, sha1(encodeUtf8(textOf(value) ?? ''))]
            : [name, value],
        ),
      )
    case 'extract':
      return present ? { ...attributes, ...groups(action.pattern, attributes[key]!) } : attributes
    case 'convert':
      return present ? write(attributes, key, convert(attributes[key]!, action.converted_type)) : attributes
    default:
      return attributes
  }
}

/** The value to write; undefined where `from_attribute` names what is not there. */
function given(action: AttributeAction, attributes: SpanAttributes): SpanAttributeValue | undefined {
  return action.from_attribute === undefined ? action.value : attributes[action.from_attribute]
}

function write(
  attributes: SpanAttributes,
  key: string,
  value: SpanAttributeValue | undefined,
): SpanAttributes {
  return value === undefined ? attributes : { ...attributes, [key]: value }
}

/** The attributes without those of some names; the very same where there are none. */
export function without(attributes: SpanAttributes, isGone: (key: string) => boolean): SpanAttributes {
  const kept = Object.entries(attributes).filter(([key]) => !isGone(key))
  return kept.length === Object.keys(attributes).length ? attributes : Object.fromEntries(kept)
}

function matches(pattern: string | undefined, name: string): boolean {
  if (pattern === undefined || pattern === '') return false
  const regex = compileGoRegex(pattern)
  return typeof regex !== 'string' && regex.test(name)
}

function groups(pattern: string | undefined, value: SpanAttributeValue): SpanAttributes {
  const regex = compileGoRegex(pattern ?? '')
  if (typeof regex === 'string' || typeof value !== 'string') return {}
  const found = regex.exec(value)?.groups ?? {}
  // A group's name cannot have a dot: attributes of that kind are renamed by a later action.
  return Object.fromEntries(Object.entries(found).filter(([, text]) => text !== undefined))
}

function convert(value: SpanAttributeValue, type: string | undefined): SpanAttributeValue {
  const text = textOf(value) ?? ''
  if (type === 'string') return text
  const number = Number(text)
  if (!Number.isFinite(number) || text.trim() === '') return value
  if (type === 'int') return Math.trunc(number)
  return type === 'double' ? number : value
}
