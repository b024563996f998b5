import type { Problem, PropagationBehaviour } from './problem'
import {
  findTracestateKeyFault,
  findTracestateValueFault,
  type TracestateKeyCode,
  type TracestateKeyGrammar,
  type TracestateValueCode,
} from './tracestate-grammar'

/** The most members that a tracestate may have (W3C Trace Context section 3.3.2.1). */
export const tracestateMostMembers = 32
/** The characters that every participant SHOULD propagate (section 3.3.2.3); OpenTelemetry JS keeps no more. */
export const tracestateBudget = 512

/** One vendor's entry. A tracestate is a list of them, the most recent participant left-most. */
export interface TracestateMember {
  readonly key: string
  readonly value: string
}

export type TracestateProblemCode =
  | TracestateKeyCode
  | TracestateValueCode
  | 'no-equals-sign'
  | 'duplicate-key'
  | 'too-many-members'
  | 'over-budget'

/** What the receiver does about a problem. */
export type TracestateEffect = 'discards-tracestate' | 'drops-member' | 'replaces-value' | 'ignores-rest'

export interface TracestateProblem
  extends Problem<'list' | 'member' | 'key' | 'value', TracestateProblemCode> {
  readonly effect: TracestateEffect
}

export interface TracestateOptions {
  /** Default `w3c`. */
  readonly behaviour?: PropagationBehaviour
  /** Default `level-1`. OpenTelemetry JS knows no other. */
  readonly keyGrammar?: TracestateKeyGrammar
}

export interface TracestateParse {
  readonly members: readonly TracestateMember[]
  /** The whole header was refused. The traceparent that came with it stays good. */
  readonly discarded: boolean
  readonly problems: readonly TracestateProblem[]
}

interface MutableParse {
  members: TracestateMember[]
  discarded: boolean
  problems: TracestateProblem[]
  /** The keys so far, once the list is longer than allowed: a scan of each would be quadratic. */
  keys: Set<string> | null
}

/**
 * Reads tracestate. Several headers are combined in order, as if one (section 3.3.1.1).
 *
 * Never throws. `w3c` discards the whole list for one bad member or for more than 32 members (after duplicates
 * are dropped, of which the first stays), as the strict W3C test suite asks. `opentelemetry-js`
 * (`@opentelemetry/core` TraceState) skips only the bad member, lets the last duplicate win at the place of the
 * first, and stops at 32 members or skips what would exceed 512 characters.
 */
export function parseTracestate(
  header: string | readonly string[],
  options?: TracestateOptions,
): TracestateParse {
  const list = typeof header === 'string' ? header : header.length === 1 ? header[0]! : header.join(',')
  const parse: MutableParse = { members: [], discarded: false, problems: [], keys: null }
  if (options?.behaviour === 'opentelemetry-js') readLeniently(list, parse)
  else readStrictly(list, options?.keyGrammar ?? 'level-1', parse)
  if (parse.discarded) parse.members = []
  return { members: parse.members, discarded: parse.discarded, problems: parse.problems }
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09
}

function readStrictly(list: string, grammar: TracestateKeyGrammar, parse: MutableParse): void {
  let start = 0
  while (start < list.length) {
    const comma = list.indexOf(',', start)
    const next = comma === -1 ? list.length : comma
    let end = next
    while (start < end && isBlank(list.charCodeAt(start))) start += 1
    while (end > start && isBlank(list.charCodeAt(end - 1))) end -= 1
    // Empty members are allowed: they come from combined headers.
    if (end > start) readMember(list, start, end, grammar, 'discards-tracestate', parse)
    start = next + 1
  }
  if (parse.members.length > tracestateMostMembers) {
    const message = `The list has ${parse.members.length} members; at most ${tracestateMostMembers} are allowed.`
    parse.problems.push({
      field: 'list',
      offset: 0,
      code: 'too-many-members',
      message,
      effect: 'discards-tracestate',
    })
    parse.discarded = true
  }
}

/** Returns the member, or null if it was refused. Only the strict reading adds it to the list itself. */
function readMember(
  list: string,
  start: number,
  end: number,
  grammar: TracestateKeyGrammar,
  effect: 'discards-tracestate' | 'drops-member',
  parse: MutableParse,
): TracestateMember | null {
  const equals = list.indexOf('=', start)
  if (equals === -1 || equals >= end) {
    const message = `The member “${list.slice(start, Math.min(end, start + 40))}” has no equals sign.`
    return refuse(parse, { field: 'member', offset: start, code: 'no-equals-sign', message, effect })
  }
  const key = list.slice(start, equals)
  const keyFault = findTracestateKeyFault(key, grammar)
  if (keyFault !== null) {
    return refuse(parse, { field: 'key', ...keyFault, offset: start + keyFault.offset, effect })
  }
  const value = list.slice(equals + 1, end)
  const valueFault = findTracestateValueFault(value)
  if (valueFault !== null) {
    return refuse(parse, { field: 'value', ...valueFault, offset: equals + 1 + valueFault.offset, effect })
  }
  const member = { key, value }
  if (effect === 'drops-member') return member
  if (hasKey(parse, key)) {
    const message = `The key “${key}” appears again: the first one is kept.`
    return refuse(parse, {
      field: 'key',
      offset: start,
      code: 'duplicate-key',
      message,
      effect: 'drops-member',
    })
  }
  parse.members.push(member)
  return member
}

function hasKey(parse: MutableParse, key: string): boolean {
  if (parse.members.length <= tracestateMostMembers) return parse.members.some((other) => other.key === key)
  parse.keys ??= new Set(parse.members.map((member) => member.key))
  if (parse.keys.has(key)) return true
  parse.keys.add(key)
  return false
}

function refuse(parse: MutableParse, problem: TracestateProblem): null {
  parse.problems.push(problem)
  if (problem.effect === 'discards-tracestate') parse.discarded = true
  return null
}

function readLeniently(list: string, parse: MutableParse): void {
  let keptLength = 0
  let start = 0
  while (start <= list.length) {
    const comma = list.indexOf(',', start)
    const next = comma === -1 ? list.length : comma
    const untrimmed = list.slice(start, next)
    const text = untrimmed.trim()
    const from = start + (text === '' ? 0 : untrimmed.indexOf(text))
    start = next + 1
    if (text === '') continue
    const member = readMember(list, from, from + text.length, 'level-1', 'drops-member', parse)
    if (member === null) continue
    const futureLength = keptLength + text.length + (parse.members.length > 0 ? 1 : 0)
    if (futureLength > tracestateBudget) {
      const message = `The member “${member.key}” would exceed ${tracestateBudget} characters and is skipped.`
      refuse(parse, { field: 'member', offset: from, code: 'over-budget', message, effect: 'drops-member' })
      continue
    }
    keptLength = futureLength
    const same = parse.members.findIndex((other) => other.key === member.key)
    if (same === -1) parse.members.push(member)
    else {
      parse.members[same] = member
      const message = `The key “${member.key}” appears again: the last value wins, at the place of the first.`
      refuse(parse, { field: 'key', offset: from, code: 'duplicate-key', message, effect: 'replaces-value' })
    }
    if (parse.members.length >= tracestateMostMembers && start <= list.length) {
      const message = `Only the first ${tracestateMostMembers} members are read.`
      refuse(parse, {
        field: 'list',
        offset: start,
        code: 'too-many-members',
        message,
        effect: 'ignores-rest',
      })
      return
    }
  }
}

/** Writes the list as one header value, without white space. An empty list gives an empty string. */
export function formatTracestate(members: readonly TracestateMember[]): string {
  let header = ''
  for (const { key, value } of members) header += header === '' ? `${key}=${value}` : `,${key}=${value}`
  return header
}

/** The value of a key, or null. */
export function findTracestateValue(members: readonly TracestateMember[], key: string): string | null {
  return members.find((member) => member.key === key)?.value ?? null
}
