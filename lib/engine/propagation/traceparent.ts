import { classifyHexadecimal, hexadecimalByte } from './hexadecimal'
import type { PropagationBehaviour } from './problem'
import { diagnoseTraceparent, type TraceparentProblem } from './traceparent-problem'

/** Flag bit 0: the caller may have recorded the trace. */
export const sampledFlag = 0x01
/** Flag bit 1 (Level 2): the right-most 7 bytes of the trace id are random. */
export const randomFlag = 0x02

/** The four fields of a traceparent header, as received. */
export interface Traceparent {
  /** Two hexadecimal digits. Whatever was received, `00` is sent. */
  readonly version: string
  /** 32 lower-case hexadecimal digits, not all zero. */
  readonly traceId: string
  /** 16 lower-case hexadecimal digits, not all zero: the span id of the caller. */
  readonly parentId: string
  /** 0 to 255, unknown bits included. */
  readonly flags: number
  readonly sampled: boolean
  /** Always false at Level 1, which does not know the flag. */
  readonly random: boolean
}

export interface TraceparentOptions {
  /** Default `w3c`. `opentelemetry-js` allows at most one white space on each side. */
  readonly behaviour?: PropagationBehaviour
  /** Level of the Trace Context recommendation. Default 2, which added the random flag. */
  readonly level?: 1 | 2
}

export type TraceparentParse =
  | { readonly valid: true; readonly traceparent: Traceparent; readonly problems: readonly [] }
  | { readonly valid: false; readonly traceparent: null; readonly problems: readonly TraceparentProblem[] }

const noProblems: readonly [] = []
const dash = 0x2d

function isWhiteSpace(code: number, behaviour: PropagationBehaviour): boolean {
  if (code === 0x20 || code === 0x09) return true
  if (behaviour === 'w3c') return false
  return (code >= 0x0a && code <= 0x0d) || (code >= 0xa0 && /\s/.test(String.fromCharCode(code)))
}

/**
 * Reads a traceparent header value.
 *
 * Never throws. A refused value comes with every problem found in it, field by field; the receiver must then
 * restart the trace and drop tracestate. Source: W3C Trace Context Level 2, section 3.2.2 (fields) and 3.2.3
 * (versioning); for `opentelemetry-js`, `@opentelemetry/core` W3CTraceContextPropagator.parseTraceParent.
 */
export function parseTraceparent(header: string, options?: TraceparentOptions): TraceparentParse {
  const behaviour = options?.behaviour ?? 'w3c'
  let start = 0
  let end = header.length
  if (end !== 55 || header.charCodeAt(0) <= 0x20) {
    const mostTrimmed = behaviour === 'w3c' ? end : 1
    while (start < end && start < mostTrimmed && isWhiteSpace(header.charCodeAt(start), behaviour)) start += 1
    const least = Math.max(start, header.length - mostTrimmed)
    while (end > least && isWhiteSpace(header.charCodeAt(end - 1), behaviour)) end -= 1
  }
  const length = end - start
  const isWellFormed =
    length >= 55 &&
    header.charCodeAt(start + 2) === dash &&
    header.charCodeAt(start + 35) === dash &&
    header.charCodeAt(start + 52) === dash &&
    classifyHexadecimal(header, start + 3, start + 35) === 'number' &&
    classifyHexadecimal(header, start + 36, start + 52) === 'number' &&
    classifyHexadecimal(header, start + 53, start + 55) !== 'invalid' &&
    hasAcceptableVersion(header, start, length, behaviour)
  if (!isWellFormed) {
    return { valid: false, traceparent: null, problems: diagnoseTraceparent(header, start, end) }
  }
  const flags = hexadecimalByte(header, start + 53)
  return {
    valid: true,
    traceparent: {
      // Nearly every header is of version 00: no need to cut that out each time.
      version: header.startsWith('00', start) ? '00' : header.slice(start, start + 2),
      traceId: header.slice(start + 3, start + 35),
      parentId: header.slice(start + 36, start + 52),
      flags,
      sampled: (flags & sampledFlag) !== 0,
      random: options?.level !== 1 && (flags & randomFlag) !== 0,
    },
    problems: noProblems,
  }
}

function hasAcceptableVersion(
  header: string,
  start: number,
  length: number,
  behaviour: PropagationBehaviour,
): boolean {
  const kind = classifyHexadecimal(header, start, start + 2)
  if (kind === 'invalid') return false
  if (kind === 'zero') return length === 55
  if (header.charCodeAt(start) === 0x66 && header.charCodeAt(start + 1) === 0x66) return false
  if (length === 55) return true
  if (header.charCodeAt(start + 55) !== dash) return false
  // The regular expression of OpenTelemetry JS ends in `(-.*)?`, and `.` does not match a line break.
  return behaviour === 'w3c' || !/[\n\r\u2028\u2029]/.test(header.slice(start + 55, start + length))
}

/**
 * Writes a traceparent header value, always version 00.
 *
 * `w3c` (default) zeroes the flag bits it does not know: Level 2 keeps 03, Level 1 keeps 01 (section 3.2.2.5).
 * `opentelemetry-js` writes `0` and the flags in hexadecimal unmasked, so flags of 0x10 and more give three
 * characters, an invalid header.
 */
export function formatTraceparent(
  fields: { readonly traceId: string; readonly parentId: string; readonly flags: number },
  options?: TraceparentOptions,
): string {
  const flags =
    options?.behaviour === 'opentelemetry-js'
      ? fields.flags
      : fields.flags & (options?.level === 1 ? sampledFlag : sampledFlag | randomFlag)
  return `00-${fields.traceId}-${fields.parentId}-0${flags.toString(16)}`
}
