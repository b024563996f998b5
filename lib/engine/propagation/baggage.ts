import { readBaggageAsOpenTelemetryJs } from './baggage-opentelemetry-js'
import type { BaggageProblem } from './baggage-problem'
import { percentDecode } from './percent-encoding'
import { nameCharacter, type PropagationBehaviour } from './problem'

/** A property of a baggage member: `;key` (value null) or `;key=value` (value decoded). */
export interface BaggageProperty {
  readonly key: string
  readonly value: string | null
}

/** One baggage member, decoded. */
export interface BaggageEntry {
  readonly key: string
  readonly value: string
  readonly properties: readonly BaggageProperty[]
  /** OpenTelemetry JS only: everything after the first semicolon, untouched. */
  readonly metadata?: string
}

export interface BaggageOptions {
  /** Default `w3c`. */
  readonly behaviour?: PropagationBehaviour
}

export interface BaggageParse {
  /** In the order received. W3C keeps duplicate keys; OpenTelemetry JS lets the last one win. */
  readonly entries: readonly BaggageEntry[]
  readonly problems: readonly BaggageProblem[]
}

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
const notTokenCharacter = /[^!#$%&'*+\-.^_`|~0-9A-Za-z]/
// baggage-octet: 0x21, 0x23 to 0x2B, 0x2D to 0x3A, 0x3C to 0x5B, 0x5D to 0x7E.
const notBaggageOctet = /[^\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]/

/** Whether a text may be a baggage key as it stands: a token of RFC 7230. */
export function isBaggageKey(key: string): boolean {
  return token.test(key)
}

/**
 * Reads the baggage header; several headers combine in order.
 *
 * Never throws. W3C leaves the treatment of malformed members open: here such a member is left out, with its
 * problem, and the others are kept. A bad baggage header never restarts the trace. Source: W3C Baggage section
 * 3.3 (header content); for `opentelemetry-js`, `@opentelemetry/core` baggage/utils.ts and its limits of 180
 * members, 4096 characters a member and 8192 in all.
 */
export function parseBaggage(header: string | readonly string[], options?: BaggageOptions): BaggageParse {
  const values = typeof header === 'string' ? [header] : header
  if (options?.behaviour === 'opentelemetry-js') return readBaggageAsOpenTelemetryJs(values)
  const list = values.join(',')
  const entries: BaggageEntry[] = []
  const problems: BaggageProblem[] = []
  let start = 0
  while (start <= list.length) {
    const comma = list.indexOf(',', start)
    const end = comma === -1 ? list.length : comma
    const entry = readMember(list, start, end, problems)
    if (entry !== null) entries.push(entry)
    start = end + 1
  }
  return { entries, problems }
}

interface Slice {
  readonly text: string
  readonly offset: number
}

/** A part of the list without the spaces and tabs around it. */
function trimmed(list: string, start: number, end: number): Slice {
  let from = start
  let to = end
  while (from < to && (list.charCodeAt(from) === 0x20 || list.charCodeAt(from) === 0x09)) from += 1
  while (to > from && (list.charCodeAt(to - 1) === 0x20 || list.charCodeAt(to - 1) === 0x09)) to -= 1
  return { text: list.slice(from, to), offset: from }
}

function readMember(
  list: string,
  start: number,
  end: number,
  problems: BaggageProblem[],
): BaggageEntry | null {
  const member = trimmed(list, start, end)
  if (member.text === '') return null
  const memberEnd = member.offset + member.text.length
  const semicolon = member.text.indexOf(';')
  const pairEnd = semicolon === -1 ? memberEnd : member.offset + semicolon
  const equals = list.indexOf('=', member.offset)
  if (equals === -1 || equals >= pairEnd) {
    const message = `The member “${member.text.slice(0, 40)}” has no equals sign, so it has no value.`
    problems.push({ field: 'member', offset: member.offset, code: 'no-equals-sign', message })
    return null
  }
  const key = trimmed(list, member.offset, equals)
  const value = trimmed(list, equals + 1, pairEnd)
  const fault = findKeyFault(key, 'key') ?? findValueFault(value)
  if (fault !== null) {
    problems.push(fault)
    return null
  }
  const properties = readProperties(list, pairEnd, memberEnd, problems)
  if (properties === null) return null
  return { key: key.text, value: percentDecode(value.text), properties }
}

function findKeyFault(key: Slice, field: 'key' | 'property'): BaggageProblem | null {
  if (token.test(key.text)) return null
  if (key.text === '')
    return { field, offset: key.offset, code: 'empty-key', message: `The ${field} name is empty.` }
  const offset = key.text.search(notTokenCharacter)
  const message = `The ${field} name “${key.text}” holds ${nameCharacter(key.text, offset)}, which is not allowed in a name.`
  const code = field === 'key' ? 'key-character' : 'property-character'
  return { field, offset: key.offset + offset, code, message }
}

function findValueFault(value: Slice): BaggageProblem | null {
  const offset = value.text.search(notBaggageOctet)
  if (offset === -1) return null
  const message = `The value holds ${nameCharacter(value.text, offset)}, which must be percent-encoded.`
  return { field: 'value', offset: value.offset + offset, code: 'value-character', message }
}

function readProperties(
  list: string,
  start: number,
  end: number,
  problems: BaggageProblem[],
): BaggageProperty[] | null {
  const properties: BaggageProperty[] = []
  let from = start + 1
  while (from <= end) {
    const semicolon = list.indexOf(';', from)
    const to = semicolon === -1 || semicolon > end ? end : semicolon
    const equals = list.indexOf('=', from)
    const isPair = equals !== -1 && equals < to
    const key = trimmed(list, from, isPair ? equals : to)
    const value = isPair ? trimmed(list, equals + 1, to) : null
    const fault = findKeyFault(key, 'property') ?? (value === null ? null : findValueFault(value))
    if (fault !== null) {
      problems.push({ ...fault, field: 'property' })
      return null
    }
    properties.push({ key: key.text, value: value === null ? null : percentDecode(value.text) })
    from = to + 1
  }
  return properties
}

/** Sets an entry: a new list, in which the key keeps its place or is added at the end. Never changes `entries`. */
export function setBaggageEntry(
  entries: readonly BaggageEntry[],
  entry: BaggageEntry,
): readonly BaggageEntry[] {
  const at = entries.findIndex(({ key }) => key === entry.key)
  if (at === -1) return [...entries, entry]
  return entries.flatMap((other, index) => (index === at ? [entry] : other.key === entry.key ? [] : [other]))
}

/** Removes every entry with the key: a new list. */
export function removeBaggageEntry(entries: readonly BaggageEntry[], key: string): readonly BaggageEntry[] {
  return entries.filter((entry) => entry.key !== key)
}
