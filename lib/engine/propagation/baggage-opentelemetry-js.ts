import type { BaggageEntry, BaggageParse } from './baggage'
import type { BaggageProblem } from './baggage-problem'

/** The limits of `@opentelemetry/core` 2.12.1 (baggage/constants.ts), in members and characters. */
export const openTelemetryJsBaggageLimits = { members: 180, memberLength: 4096, totalLength: 8192 } as const

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** Reads baggage as `@opentelemetry/core` 2.12.1 does: baggage/utils.ts parseBaggageHeaderString. */
export function readBaggageAsOpenTelemetryJs(values: readonly string[]): BaggageParse {
  const limits = openTelemetryJsBaggageLimits
  const entries = new Map<string, BaggageEntry>()
  const problems: BaggageProblem[] = []
  let count = 0
  let totalLength = 0
  let base = 0
  for (const value of values) {
    let start = 0
    while (start < value.length) {
      if (count >= limits.members) {
        const message = `OpenTelemetry JS reads at most ${limits.members} members.`
        problems.push({ field: 'list', offset: base + start, code: 'too-many-members', message })
        break
      }
      const comma = value.indexOf(',', start)
      const end = comma === -1 ? value.length : comma
      const length = end - start
      const offset = base + start
      const entry = length > limits.memberLength ? tooLong(offset) : readPair(value.slice(start, end), offset)
      if ('code' in entry) {
        if (length > 0) problems.push(entry)
      } else {
        const added = length + (count === 0 ? 0 : 1)
        if (totalLength + added > limits.totalLength) {
          const message = `OpenTelemetry JS stops reading at ${limits.totalLength} characters.`
          problems.push({ field: 'list', offset, code: 'too-long', message })
          break
        }
        if (entries.has(entry.key)) {
          const message = `The key “${entry.key}” appears again: the last value wins.`
          problems.push({ field: 'key', offset, code: 'duplicate-key', message })
        }
        entries.set(entry.key, entry)
        count += 1
        totalLength += added
      }
      start = end + 1
    }
    base += value.length + 1
  }
  return { entries: [...entries.values()], problems }
}

function tooLong(offset: number): BaggageProblem {
  const message = `The member is longer than ${openTelemetryJsBaggageLimits.memberLength} characters.`
  return { field: 'member', offset, code: 'member-too-long', message }
}

function readPair(member: string, offset: number): BaggageEntry | BaggageProblem {
  const semicolon = member.indexOf(';')
  const pair = semicolon === -1 ? member : member.slice(0, semicolon)
  const equals = pair.indexOf('=')
  if (equals === -1) {
    const message = `The member “${pair.slice(0, 40)}” has no equals sign.`
    return { field: 'member', offset, code: 'no-equals-sign', message }
  }
  const rawKey = pair.slice(0, equals).trim()
  const rawValue = pair.slice(equals + 1).trim()
  if (rawKey === '') return { field: 'key', offset, code: 'empty-key', message: 'The key is empty.' }
  if (rawValue === '') {
    const message = `The value of “${rawKey}” is empty: OpenTelemetry JS drops it, though W3C allows it.`
    return { field: 'value', offset: offset + equals + 1, code: 'empty-value', message }
  }
  const key = decode(rawKey)
  const value = decode(rawValue)
  if (key === null || value === null) {
    const message = `The percent-encoding of “${pair.slice(0, 40)}” cannot be decoded.`
    return { field: key === null ? 'key' : 'value', offset, code: 'undecodable', message }
  }
  const hasMetadata = semicolon !== -1 && semicolon < member.length - 1
  const entry = { key, value, properties: [] }
  return hasMetadata ? { ...entry, metadata: member.slice(semicolon + 1) } : entry
}
