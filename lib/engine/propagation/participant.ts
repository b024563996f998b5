import type { Random } from '../random'
import { type BaggageEntry, parseBaggage } from './baggage'
import { type BaggageFormat, formatBaggage } from './baggage-format'
import type { BaggageProblem } from './baggage-problem'
import { findHeaderValues, type Header, removeHeaders } from './header'
import { createSpanId, createTraceId } from './identifier'
import type { SpanContext } from './span-context'
import {
  extractTraceContextFromHeaders,
  injectTraceContext,
  type TraceContextExtraction,
  type TraceContextOptions,
} from './trace-context'
import { randomFlag, sampledFlag } from './traceparent'
import type { TracestateMember } from './tracestate'
import { setTracestateMember, truncateTracestate } from './tracestate-mutation'

/** The headers of trace context and baggage, in lower case. */
export const propagationHeaders = ['traceparent', 'tracestate', 'baggage'] as const

/**
 * What stands between one service and the next.
 *
 * - `instrumented`: extracts, makes a span, injects.
 * - `pass-through`: a proxy that makes no span and forwards every header unchanged.
 * - `stripping`: a proxy that removes the propagation headers and forwards the rest.
 * - `uninstrumented`: an application that reads none of them and makes its own requests without them.
 */
export type ParticipantKind = 'instrumented' | 'pass-through' | 'stripping' | 'uninstrumented'

export interface Participant extends TraceContextOptions {
  readonly kind: ParticipantKind
  /** Default both. A service without the propagator ignores the header on the way in and writes none. */
  readonly propagators?: readonly ('tracecontext' | 'baggage')[]
  /** Begins a new trace although a good traceparent came, and accepts neither tracestate nor baggage. */
  readonly restartsTrace?: boolean
  /** The sampling decision of this participant for its span. Default: the parent's; a root is sampled. */
  readonly sampled?: boolean
  /** The participant's own tracestate entry, which becomes left-most. */
  readonly tracestateEntry?: TracestateMember
  /** The baggage that is attached to the context when the participant makes its requests. Default: as received. */
  readonly changeBaggage?: (entries: readonly BaggageEntry[]) => readonly BaggageEntry[]
  /** The outgoing requests leave the trust boundary: baggage is not sent with them. */
  readonly leavesTrustBoundary?: boolean
  /** Characters of tracestate that are sent on. Default: no limit. */
  readonly mostTracestateCharacters?: number
}

/** The span that an instrumented participant made. */
export interface ParticipantSpan {
  readonly spanContext: SpanContext
  /** Null for the root of a trace. */
  readonly parentSpanId: string | null
  /** The trace that came in and was left at the trust boundary: a link may point to it. */
  readonly link: SpanContext | null
}

/** What a participant made of one request. */
export interface Participation {
  /** How the incoming trace context was read; null if nobody looked. */
  readonly extraction: TraceContextExtraction | null
  readonly span: ParticipantSpan | null
  /** The baggage in the context while the participant works. */
  readonly baggage: readonly BaggageEntry[]
  readonly baggageProblems: readonly BaggageProblem[]
  /** How the outgoing baggage header was written; null if none was to be written. */
  readonly baggageFormat: BaggageFormat | null
  /** All headers of the outgoing request that concern propagation, or all headers for a proxy. */
  readonly outgoing: readonly Header[]
}

/**
 * What one participant does with an incoming request and what it sends on. Never throws, whatever the headers.
 *
 * @param incoming headers of the request as received; `[]` for the start of a chain.
 * @param random source of the new ids.
 *
 * Source: W3C Trace Context Level 2, section 4 (processing model) and 3.4 (mutating); W3C Baggage section 3.
 */
export function participate(
  incoming: readonly Header[],
  participant: Participant,
  random: Random,
): Participation {
  const { kind } = participant
  if (kind !== 'instrumented') {
    const outgoing =
      kind === 'pass-through'
        ? incoming
        : kind === 'stripping'
          ? removeHeaders(incoming, propagationHeaders)
          : []
    return { extraction: null, span: null, baggage: [], baggageProblems: [], baggageFormat: null, outgoing }
  }
  const propagators = participant.propagators ?? ['tracecontext', 'baggage']
  const hasTraceContext = propagators.includes('tracecontext')
  const extraction = hasTraceContext ? extractTraceContextFromHeaders(incoming, participant) : null
  const span = createSpan(extraction?.spanContext ?? null, participant, random)
  const outgoing: Header[] = hasTraceContext ? injectTraceContext(span.spanContext, participant) : []

  const acceptsBaggage = propagators.includes('baggage') && participant.restartsTrace !== true
  const received = parseBaggage(acceptsBaggage ? findHeaderValues(incoming, 'baggage') : [], participant)
  const baggage = participant.changeBaggage?.(received.entries) ?? received.entries
  let baggageFormat: BaggageFormat | null = null
  if (propagators.includes('baggage') && participant.leavesTrustBoundary !== true) {
    baggageFormat = formatBaggage(baggage, participant)
    if (baggageFormat.header !== '') outgoing.push(['baggage', baggageFormat.header])
  }
  return { extraction, span, baggage, baggageProblems: received.problems, baggageFormat, outgoing }
}

function createSpan(received: SpanContext | null, participant: Participant, random: Random): ParticipantSpan {
  const parent = participant.restartsTrace === true ? null : received
  const sampled = participant.sampled ?? (parent === null || (parent.traceFlags & sampledFlag) !== 0)
  // A new trace id from `random` is random throughout, so the flag may be set; a continued one stays as it came.
  const inherited =
    parent === null ? (participant.level === 1 ? 0 : randomFlag) : parent.traceFlags & ~sampledFlag
  const spanContext: SpanContext = {
    traceId: parent?.traceId ?? createTraceId(random),
    spanId: createSpanId(random),
    traceFlags: inherited | (sampled ? sampledFlag : 0),
    isRemote: false,
    tracestate: changeTracestate(parent?.tracestate ?? [], participant),
  }
  const link = participant.restartsTrace === true ? received : null
  return { spanContext, parentSpanId: parent?.spanId ?? null, link }
}

function changeTracestate(
  members: readonly TracestateMember[],
  participant: Participant,
): readonly TracestateMember[] {
  const { tracestateEntry: entry, mostTracestateCharacters } = participant
  const own =
    entry === undefined ? members : setTracestateMember(members, entry.key, entry.value, participant).members
  return mostTracestateCharacters === undefined
    ? own
    : truncateTracestate(own, mostTracestateCharacters).members
}
