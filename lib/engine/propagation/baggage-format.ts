import { type BaggageEntry, type BaggageOptions, isBaggageKey } from './baggage'
import { openTelemetryJsBaggageLimits } from './baggage-opentelemetry-js'
import type { BaggageProblem } from './baggage-problem'
import { percentEncode } from './percent-encoding'

/** Members up to which baggage MUST be propagated whole, if it also fits the bytes (W3C Baggage section 3.3.2). */
export const baggageLeastMembers = 64
/** Bytes up to which baggage MUST be propagated whole, if it also fits the members. */
export const baggageLeastBytes = 8192

export interface BaggageLimits extends BaggageOptions {
  /** Default: no limit, as W3C sets only a least number. OpenTelemetry JS: 180. */
  readonly mostMembers?: number
  /** Default 8192. */
  readonly mostBytes?: number
}

export interface BaggageFormat {
  /** The header value; empty when there is nothing to send, and then no header is sent. */
  readonly header: string
  /** Its length in bytes (it is ASCII). */
  readonly bytes: number
  readonly propagated: readonly BaggageEntry[]
  /** Entries left out whole, because they did not fit or cannot be written. */
  readonly dropped: readonly BaggageEntry[]
  /** One for each dropped entry; `offset` is the index of the entry. */
  readonly problems: readonly BaggageProblem[]
}

/**
 * Writes the baggage header. Values are percent-encoded as UTF-8; whole members that do not fit are left out,
 * and later, smaller ones may still fit.
 *
 * `w3c`: keys must be tokens and are written as they are. `opentelemetry-js`: keys are percent-encoded too and
 * the metadata is written as it is. Source: W3C Baggage section 3.3; `@opentelemetry/core` W3CBaggagePropagator.
 */
export function formatBaggage(entries: readonly BaggageEntry[], options?: BaggageLimits): BaggageFormat {
  const isJs = options?.behaviour === 'opentelemetry-js'
  const js = openTelemetryJsBaggageLimits
  const mostMembers = options?.mostMembers ?? (isJs ? js.members : Number.POSITIVE_INFINITY)
  const mostBytes = options?.mostBytes ?? (isJs ? js.totalLength : baggageLeastBytes)
  const propagated: BaggageEntry[] = []
  const dropped: BaggageEntry[] = []
  const problems: BaggageProblem[] = []
  let header = ''
  let members = 0
  for (const [offset, entry] of entries.entries()) {
    const member = isJs ? writeAsOpenTelemetryJs(entry) : write(entry)
    const problem = findFormatProblem(entry, member, offset)
    if (problem === null && members < mostMembers && !(isJs && member!.length > js.memberLength)) {
      // OpenTelemetry JS takes the first 180 and only then leaves out what does not fit.
      if (isJs) members += 1
      const longer = header === '' ? member! : `${header},${member}`
      if (longer.length <= mostBytes) {
        header = longer
        if (!isJs) members += 1
        propagated.push(entry)
        continue
      }
      const message = `“${entry.key}” does not fit: the header would exceed ${mostBytes} bytes.`
      problems.push({ field: 'member', offset, code: 'too-long', message })
    } else problems.push(problem ?? findLimitProblem(entry, members, mostMembers, offset))
    dropped.push(entry)
  }
  return { header, bytes: header.length, propagated, dropped, problems }
}

function write(entry: BaggageEntry): string | null {
  let member = `${entry.key}=${percentEncode(entry.value)}`
  for (const { key, value } of entry.properties) {
    if (!isBaggageKey(key)) return null
    member += value === null ? `;${key}` : `;${key}=${percentEncode(value)}`
  }
  return isBaggageKey(entry.key) ? member : null
}

function writeAsOpenTelemetryJs(entry: BaggageEntry): string | null {
  try {
    const pair = `${encodeURIComponent(entry.key)}=${encodeURIComponent(entry.value)}`
    return entry.metadata === undefined ? pair : `${pair};${entry.metadata}`
  } catch {
    // A lone surrogate: OpenTelemetry JS itself throws a URIError here.
    return null
  }
}

function findFormatProblem(
  entry: BaggageEntry,
  member: string | null,
  offset: number,
): BaggageProblem | null {
  if (member !== null) return null
  if (entry.key === '') return { field: 'key', offset, code: 'empty-key', message: 'The key is empty.' }
  const message = `“${entry.key}” cannot be written: its key or a property name is not a token, or its text is not Unicode.`
  return { field: 'key', offset, code: 'key-character', message }
}

function findLimitProblem(
  entry: BaggageEntry,
  members: number,
  most: number,
  offset: number,
): BaggageProblem {
  if (members >= most) {
    const message = `“${entry.key}” is left out: at most ${most} members are sent.`
    return { field: 'list', offset, code: 'too-many-members', message }
  }
  const message = `“${entry.key}” is longer than ${openTelemetryJsBaggageLimits.memberLength} characters.`
  return { field: 'member', offset, code: 'member-too-long', message }
}
