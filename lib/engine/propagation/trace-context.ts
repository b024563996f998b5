import { findHeaderValues, type Header } from './header'
import type { SpanContext } from './span-context'
import { formatTraceparent, parseTraceparent, type Traceparent, type TraceparentOptions } from './traceparent'
import type { TraceparentProblem } from './traceparent-problem'
import {
  formatTracestate,
  parseTracestate,
  type TracestateOptions,
  type TracestateParse,
  type TracestateProblem,
} from './tracestate'

export interface TraceContextOptions extends TraceparentOptions, TracestateOptions {}

/** The two header fields as a carrier holds them: absent, one value, or several. */
export interface TraceContextFields {
  readonly traceparent?: string | readonly string[] | undefined
  readonly tracestate?: string | readonly string[] | undefined
}

/** What a receiver does with the trace context of a request. */
export type TraceContextExtraction =
  | {
      /** The trace goes on: the new span gets this parent. */
      readonly action: 'continue'
      readonly spanContext: SpanContext
      readonly traceparent: Traceparent
      /** The tracestate was refused; the trace continues without it. */
      readonly tracestateDiscarded: boolean
      readonly traceparentProblems: readonly []
      readonly tracestateProblems: readonly TracestateProblem[]
    }
  | {
      /** `restart`: a traceparent came and was refused. `start_new_trace`: none came. Both drop tracestate. */
      readonly action: 'restart' | 'start_new_trace'
      readonly spanContext: null
      readonly traceparent: null
      /** A tracestate came and was dropped unread. */
      readonly tracestateDiscarded: boolean
      readonly traceparentProblems: readonly TraceparentProblem[]
      readonly tracestateProblems: readonly []
    }

const none: readonly [] = []
const noTracestate: TracestateParse = { members: none, discarded: false, problems: none }

const missing: readonly TraceparentProblem[] = [
  { field: 'header', offset: 0, code: 'missing', message: 'The request has no traceparent header.' },
]

function startOver(
  action: 'restart' | 'start_new_trace',
  fields: TraceContextFields,
  traceparentProblems: readonly TraceparentProblem[],
): TraceContextExtraction {
  const tracestateDiscarded = fields.tracestate !== undefined && fields.tracestate.length > 0
  return {
    action,
    spanContext: null,
    traceparent: null,
    tracestateDiscarded,
    traceparentProblems,
    tracestateProblems: none,
  }
}

/**
 * Extracts the trace context from the two header fields of a request.
 *
 * Never throws. Source: W3C Trace Context Level 2, section 4 (processing model): no traceparent, or an invalid
 * one, or more than one, starts a new trace and drops tracestate. `opentelemetry-js`
 * (W3CTraceContextPropagator.extract) takes the first of several traceparent headers instead.
 */
export function extractTraceContext(
  fields: TraceContextFields,
  options?: TraceContextOptions,
): TraceContextExtraction {
  const received = fields.traceparent
  let header: string | undefined
  if (typeof received === 'string' || received === undefined) header = received
  else {
    if (received.length > 1 && options?.behaviour !== 'opentelemetry-js') {
      const message = `The request has ${received.length} traceparent headers: none of them can be trusted.`
      return startOver('restart', fields, [
        { field: 'header', offset: 0, code: 'duplicate-traceparent', message },
      ])
    }
    header = received[0]
  }
  if (header === undefined) return startOver('start_new_trace', fields, missing)
  const parse = parseTraceparent(header, options)
  if (!parse.valid) return startOver('restart', fields, parse.problems)
  const tracestate =
    fields.tracestate === undefined ? noTracestate : parseTracestate(fields.tracestate, options)
  const { traceparent } = parse
  return {
    action: 'continue',
    spanContext: {
      traceId: traceparent.traceId,
      spanId: traceparent.parentId,
      traceFlags: traceparent.flags,
      isRemote: true,
      tracestate: tracestate.members,
    },
    traceparent,
    tracestateDiscarded: tracestate.discarded,
    traceparentProblems: none,
    tracestateProblems: tracestate.problems,
  }
}

/** Extracts the trace context from a request's list of headers, whatever the letter case of their names. */
export function extractTraceContextFromHeaders(
  headers: readonly Header[],
  options?: TraceContextOptions,
): TraceContextExtraction {
  const traceparent = findHeaderValues(headers, 'traceparent')
  const tracestate = findHeaderValues(headers, 'tracestate')
  return extractTraceContext(
    {
      traceparent: traceparent.length === 0 ? undefined : traceparent,
      tracestate: tracestate.length === 0 ? undefined : tracestate,
    },
    options,
  )
}

/**
 * The headers that carry a span context to the next service: traceparent, and tracestate if it has members.
 *
 * Source: W3C Trace Context Level 2, sections 3.2 and 3.3; for `opentelemetry-js`, unmasked flags (see
 * `formatTraceparent`).
 */
export function injectTraceContext(
  spanContext: Pick<SpanContext, 'traceId' | 'spanId' | 'traceFlags' | 'tracestate'>,
  options?: TraceContextOptions,
): Header[] {
  const fields = { traceId: spanContext.traceId, parentId: spanContext.spanId, flags: spanContext.traceFlags }
  const headers: Header[] = [['traceparent', formatTraceparent(fields, options)]]
  if (spanContext.tracestate.length > 0) {
    headers.push(['tracestate', formatTracestate(spanContext.tracestate)])
  }
  return headers
}
