import type { AttributeValue } from '../../engine/attribute'
import { spanKinds } from '../../engine/span-kind'
import { httpSpanStatus } from '../../engine/trace/http-span-status'
import { type SpanStatusCode, setSpanStatus, spanStatusCodes } from '../../engine/trace/span-status'
import type { LogRecord } from '../../engine/traffic/logs'
import type { Span } from '../../engine/traffic/span'
import type { SpanStatus } from '../../engine/traffic/span-batch'

/** The longest trace that may be typed, in characters: it travels in the address of the page. */
export const longestTrace = 2000
const mostSpans = 40

/** What was done to the status of a span, and what it was afterwards. */
export interface StatusStep {
  readonly span: string
  readonly did: string
  readonly status: SpanStatusCode
}

/** One trace that was typed, with the logs that its steps write. */
export interface OwnTrace {
  /** Parents before their children; the first is the root. */
  readonly spans: readonly Span[]
  readonly logs: readonly LogRecord[]
  readonly steps: readonly StatusStep[]
}

const traceId = '5ba4e7110000000000000000000000a1'
const resource = { 'service.name': 'shop' }
const line = new RegExp(
  `^(?<id>\\w{1,8}) (?<parent>-|\\w{1,8}) (?<kind>${spanKinds.join('|')}) (?<start>\\d{1,6}) (?<end>\\d{1,6}) (?<name>[\\x21-\\x7b\\x7d\\x7e][\\x20-\\x7b\\x7d\\x7e]{0,59}?)(?: \\| (?<steps>[\\w:, ]{1,80}))?$`,
)

/**
 * Reads a trace, a span a line: its id, its parent’s id or `-`, its kind, start and end in milliseconds, and its name.
 * Behind ` | ` may stand what was done to its status, in order and with commas: `http:404` or `http:none` for what
 * instrumentation makes of a response or of none, `Ok`, `Error` or `Unset` for calls of setStatus, `exception` for one
 * that was recorded and handled. Null where that cannot be read, where a parent does not stand before its child, or
 * where there is not exactly one root.
 */
export function readTrace(text: string): OwnTrace | null {
  const spans: Span[] = []
  const logs: LogRecord[] = []
  const steps: StatusStep[] = []
  const ids = new Map<string, string>()
  const lines = text.trim().split('\n')
  if (lines.length > mostSpans) return null
  for (const [place, each] of lines.entries()) {
    const { id, parent, kind, start, end, name, steps: written } = line.exec(each)?.groups ?? {}
    if (id === undefined || parent === undefined || name === undefined || ids.has(id)) return null
    if ((parent === '-') !== (place === 0) || (place > 0 && !ids.has(parent))) return null
    const spanId = (place + 1).toString(16).padStart(16, '0')
    ids.set(id, spanId)
    const span = {
      ...{ traceId, spanId, parentSpanId: ids.get(parent) ?? '', name },
      kind: kind as Span['kind'],
      ...{ startMs: Number(start), endMs: Number(end), arrivalMs: Number(end) },
      ...{ traceFlags: 1, resource, links: [] },
    }
    if (span.endMs < span.startMs) return null
    const told = takeSteps(span, written?.split(', ') ?? [])
    if (told === null) return null
    spans.push({ ...span, status: told.status.toUpperCase() as SpanStatus, attributes: told.attributes })
    logs.push(...told.logs)
    steps.push(...told.steps)
  }
  return { spans, logs, steps }
}

type Told = Pick<OwnTrace, 'logs' | 'steps'> & Pick<Span, 'attributes'> & { status: SpanStatusCode }

/** What the steps make of a span. Null for one that there is not. */
function takeSteps(span: Omit<Span, 'status' | 'attributes'>, written: readonly string[]): Told | null {
  const attributes: Record<string, AttributeValue> = {}
  const logs: LogRecord[] = []
  const steps: StatusStep[] = []
  let status: SpanStatusCode = 'Unset'
  for (const step of written) {
    const [, code] = /^http:(\d{3}|none)$/.exec(step) ?? []
    const set = spanStatusCodes.find((each) => each === step)
    if (code !== undefined && (span.kind === 'SERVER' || span.kind === 'CLIENT')) {
      const statusCode = code === 'none' ? null : Number(code)
      const given = httpSpanStatus({ kind: span.kind, statusCode })
      attributes['http.request.method'] = span.name.split(' ')[0]!
      if (statusCode !== null) attributes['http.response.status_code'] = statusCode
      if (given === 'Error') attributes['error.type'] = statusCode === null ? 'connection_refused' : code
      // Instrumentation that finds no error sets nothing.
      if (given === 'Error') status = setSpanStatus(status, given)
      steps.push({ span: span.name, did: code === 'none' ? 'no response' : `code ${code}`, status })
    } else if (set !== undefined) {
      status = setSpanStatus(status, set)
      steps.push({ span: span.name, did: `setStatus(${set})`, status })
    } else if (step === 'exception') {
      logs.push(recorded(span))
      steps.push({ span: span.name, did: 'an exception recorded', status })
    } else return null
  }
  return { attributes, logs, steps, status }
}

function recorded({ spanId, startMs, endMs }: Pick<Span, 'spanId' | 'startMs' | 'endMs'>): LogRecord {
  return {
    ...{ timeMs: (startMs + endMs) / 2, severityNumber: 13, severityText: 'WARN' },
    body: 'an exception was recorded and handled',
    ...{ traceId, spanId, traceFlags: 1, attributes: {}, resource },
  }
}
