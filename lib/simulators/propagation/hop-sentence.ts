import { carries, type Fate, fateOf, hasPropagator, isStripped } from './fate'
import type { Hop } from './hop'
import { variantEntry } from './journey'
import type { PropagationParams } from './params'
import { callerOf, stations } from './station'

/** What happened at a station and why, in one to three sentences: first the trace, then the baggage. */
export function describeHop(hop: Hop, hops: readonly Hop[], params: PropagationParams): string {
  const parts = [describeTrace(hop, hops, params), describeTracestate(hop), describeBaggage(hop, params)]
  return parts.filter((part) => part !== '').join(' ')
}

/** What was wrong with a tracestate that came with a good traceparent. */
function describeTracestate({ extraction }: Hop): string {
  const [problem] = extraction?.tracestateProblems ?? []
  if (problem === undefined) return ''
  const end = extraction?.tracestateDiscarded
    ? 'The whole tracestate is discarded, and the trace goes on without it.'
    : 'That member is dropped, and the trace goes on with the others.'
  return `${problem.message} ${end}`
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1)
}

function nameOf(hop: Hop): string {
  return hop.station === 'bank' ? 'the card company' : hop.station
}

function describeTrace(hop: Hop, hops: readonly Hop[], params: PropagationParams): string {
  const fate = fateOf(hop, hops)
  const name = nameOf(hop)
  if (stations[hop.station].kind !== 'service') return describeCarrier(hop, fate)
  const entry = hop.spans[0]
  if (entry === undefined) {
    const sends = hop.sent.length > 0 ? ', and its own requests carry none of the headers' : ''
    return `${capital(name)} is not instrumented: it made no span${sends}.`
  }
  const sendsNone = hop.sent.length > 0 && !hop.sent.some(({ headers }) => carries(headers, 'traceparent'))
  const rest = sendsNone ? ' It sends no traceparent either.' : ''
  if (fate === 'linked') return describeLink(hop)
  if (fate === 'joined') {
    const caller = callerOf(hop.station)
    const parent =
      caller === null
        ? 'a span outside, the one that the header names'
        : `the ${entry.kind === 'CONSUMER' ? 'PRODUCER' : 'CLIENT'} span of ${caller.name}`
    return `${capital(name)} read the traceparent and made a ${entry.kind} span. Its parent is ${parent}.`
  }
  if (fate === 'refused') {
    const problem = hop.extraction?.traceparentProblems[0]?.message ?? ''
    return `The traceparent was refused. ${problem} Nothing is repaired: ${name} began a new trace.`
  }
  if (fate === 'root') {
    const came = carries(hop.incoming, 'traceparent')
    const why = came ? 'A traceparent came, but nobody here reads it' : 'No traceparent came'
    return `${why}, so ${name} began the trace: its ${entry.kind} span is the root.${rest}`
  }
  const cause = causeOf(hop, hops, params)
  const root = fate === 'late' ? 'the trace begins only here' : `${name} began a new trace`
  return `${cause}, so ${root}: a root where none should be.${rest}`
}

function describeCarrier(hop: Hop, fate: Fate): string {
  if (hop.station === 'queue') {
    if (fate === 'removed') return 'This home-made queue carries the body only: the headers stayed behind.'
    return hop.incoming.length === 0
      ? 'The queue keeps the message as it is, and there was no context in it.'
      : 'The queue keeps the message with its headers until somebody takes it.'
  }
  if (fate === 'removed') {
    const names = hop.incoming.map(([name]) => name).join(' and ')
    return `The proxy took off ${names}: it forwards only headers that it knows.`
  }
  return hop.incoming.length === 0
    ? 'The proxy forwarded the request. It had none of the headers.'
    : 'The proxy made no span and forwarded every header unchanged.'
}

function describeLink(hop: Hop): string {
  if (hop.station === 'mailer') {
    return 'Mailer began a trace of its own. Its CONSUMER span has a link to the PRODUCER span of checkout, not a parent: two traces, and a way from one to the other.'
  }
  const from = hop.station === 'web' ? 'from outside' : 'of a stranger: you'
  return `${capital(nameOf(hop))} does not go on with a trace ${from}. It began its own and kept a link to the one that came.`
}

/** Why a service found no traceparent that it could read. */
function causeOf(hop: Hop, hops: readonly Hop[], params: PropagationParams): string {
  if (!hasPropagator(hop.station, 'tracecontext', params)) {
    return `${capital(nameOf(hop))} has no trace context propagator and does not look at traceparent`
  }
  const carrier = hops.find(({ station }) => station === stations[hop.station].from)
  if (carrier && stations[carrier.station].kind !== 'service' && isStripped(carrier)) {
    return `The ${carrier.station} took the traceparent off`
  }
  const caller = callerOf(hop.station)
  const before = hops.find(({ station }) => station === caller?.id)
  if (caller === null || before === undefined) return 'No traceparent came'
  if (before.spans.length === 0) return `${capital(caller.name)} is not instrumented and sent no traceparent`
  return `${capital(caller.name)} has no trace context propagator and sent no traceparent`
}

function describeBaggage(hop: Hop, params: PropagationParams): string {
  if (stations[hop.station].kind !== 'service' || hop.spans.length === 0) return ''
  const arrived = carries(hop.incoming, 'baggage')
  const sent = hop.sent.some(({ headers }) => carries(headers, 'baggage'))
  if (hop.station === 'web') return describeSetting(hop, params, sent)
  if (!arrived) return ''
  if (!hasPropagator(hop.station, 'baggage', params)) {
    return 'It has no baggage propagator: the baggage that arrived ends here.'
  }
  if (hop.baggage.length === 0) {
    return hop.station === 'bank'
      ? 'Your baggage arrived all the same: the header was sent to another company.'
      : 'The baggage in the message is not taken over.'
  }
  if (hop.station === 'bank') return 'Your baggage has left your trust boundary: they can read it now.'
  if (hop.station === 'payment' && !sent) return 'It takes the baggage off before it calls the card company.'
  const keys = hop.baggage.map(({ key }) => key)
  const key = keys.includes(variantEntry.key) ? variantEntry.key : keys[0]
  return `${key} can be read here, and is on no span until code puts it there.`
}

function describeSetting(hop: Hop, params: PropagationParams, sent: boolean): string {
  if (params.baggage === 'none') return describeBrought(hop, params)
  if (params.baggage === 'forgotten') {
    return 'Baggage was set, but the new context was never made the active one. What was injected is the old one: no baggage header.'
  }
  if (!sent) return 'Baggage was set, but web has no baggage propagator: it stays inside web.'
  const tooLong = hop.baggageProblems.find((problem) => problem.code === 'too-long')
  if (tooLong) return `${tooLong.message} It is left out whole; ${variantEntry.key} goes along.`
  return `${variantEntry.key} goes along as baggage.`
}

/** What `web` makes of baggage that the customer's request brings. */
function describeBrought({ baggage, baggageProblems }: Hop, { brought, door }: PropagationParams): string {
  if (brought === '') return ''
  if (door === 'restarts') return 'The baggage from outside is not taken over.'
  const [problem] = baggageProblems
  if (problem) return `${problem.message} That member is left out; baggage never breaks a trace.`
  return baggage.length === 0 ? 'Nobody here reads the baggage.' : 'The baggage is good and goes along.'
}
