import { type BaggageEntry, setBaggageEntry } from '../../engine/propagation/baggage'
import { findHeaderValues, type Header } from '../../engine/propagation/header'
import { createSpanId } from '../../engine/propagation/identifier'
import { type Participant, type ParticipantSpan, participate } from '../../engine/propagation/participant'
import { injectTraceContext } from '../../engine/propagation/trace-context'
import { createRandom, type Random } from '../../engine/random'
import type { Hop, HopSpan, Sent } from './hop'
import type { PropagationParams, ServiceSetting } from './params'
import { type Station, type StationId, stationIds, stations } from './station'

/** The entry that `web` sets: which of two checkout pages the customer sees. */
export const variantEntry: BaggageEntry = { key: 'shop.checkout.variant', value: 'one-page', properties: [] }
/** What somebody put in as well: the whole cart, 9,000 bytes, where 8,192 in all are sure to be carried. */
export const cartEntry: BaggageEntry = { key: 'shop.cart', value: 'fern-12.'.repeat(1125), properties: [] }

/** Sends one request along all stations. What each does with the headers is decided by the engine alone. */
export function travel(params: PropagationParams): readonly Hop[] {
  const arriving = new Map<StationId, readonly Header[]>()
  const brought: Header[] = [
    ['traceparent', params.incoming],
    ['tracestate', params.tracestate],
    ['baggage', params.brought],
  ]
  arriving.set(
    'web',
    brought.filter(([, value]) => value !== ''),
  )
  return stationIds.map((id, index) => {
    // Dice of its own for each station, so that a switch at one leaves the ids of the others alone.
    const random = createRandom(params.seed * stationIds.length + index)
    const hop = passStation(stations[id], arriving.get(id) ?? [], participantAt(id, params), random)
    for (const { to, headers } of hop.sent) arriving.set(to, headers)
    return hop
  })
}

function participantAt(id: StationId, params: PropagationParams): Participant {
  switch (id) {
    case 'proxy':
      return { kind: params.proxy === 'strips' ? 'stripping' : 'pass-through' }
    case 'queue':
      return { kind: params.queue === 'loses' ? 'stripping' : 'pass-through' }
    case 'bank':
      return { kind: 'instrumented', restartsTrace: params.bank === 'restarts' }
    case 'web':
      return {
        ...serviceParticipant(params.web),
        restartsTrace: params.door === 'restarts',
        changeBaggage: baggageChange(params.baggage),
      }
    case 'payment':
      return { ...serviceParticipant(params.payment), leavesTrustBoundary: params.edge === 'keeps' }
    case 'mailer':
      // A consumer that only links begins a trace of its own and makes nothing of the message its context.
      return { ...serviceParticipant(params.mailer), restartsTrace: params.queue === 'link' }
    default:
      return serviceParticipant(params[id])
  }
}

function serviceParticipant(setting: ServiceSetting): Participant {
  if (setting === 'uninstrumented') return { kind: 'uninstrumented' }
  if (setting === 'both') return { kind: 'instrumented', propagators: ['tracecontext', 'baggage'] }
  return { kind: 'instrumented', propagators: setting === 'none' ? [] : [setting] }
}

function baggageChange(baggage: PropagationParams['baggage']): NonNullable<Participant['changeBaggage']> {
  return (entries) => {
    if (baggage === 'none') return entries
    const changed = setBaggageEntry(entries, variantEntry)
    // The change is a new list. Who does not attach it goes on with the old one.
    if (baggage === 'forgotten') return entries
    return baggage === 'too-large' ? setBaggageEntry(changed, cartEntry) : changed
  }
}

function passStation(
  station: Station,
  incoming: readonly Header[],
  participant: Participant,
  random: Random,
): Hop {
  const made = participate(incoming, participant, random)
  const { extraction, baggage, span } = made
  const baggageProblems = [...made.baggageProblems, ...(made.baggageFormat?.problems ?? [])]
  const common = { station: station.id, incoming, extraction, baggage, baggageProblems }
  if (span === null) {
    const sent = station.targets.map((to): Sent => ({ to, headers: made.outgoing }))
    return { ...common, spans: [], sent }
  }
  const spans: HopSpan[] = [entrySpan(station, span)]
  const sent = station.targets.map((to): Sent => {
    const exit = exitSpan(station, to, span, random)
    spans.push(exit)
    // The id in the header is that of the span that sends: the CLIENT or PRODUCER span, not the SERVER span.
    const carries = findHeaderValues(made.outgoing, 'traceparent').length > 0
    const context = { ...span.spanContext, spanId: exit.spanId }
    const traceHeaders = carries ? injectTraceContext(context, participant) : []
    const rest = made.outgoing.filter(([name]) => name === 'baggage')
    return { to, headers: [...traceHeaders, ...rest] }
  })
  return { ...common, spans, sent }
}

function entrySpan(station: Station, { spanContext, parentSpanId, link }: ParticipantSpan): HopSpan {
  const isMessage = station.from !== null && stations[station.from].kind === 'queue'
  return {
    station: station.id,
    kind: isMessage ? 'CONSUMER' : 'SERVER',
    name: isMessage ? `process ${station.request}` : station.request,
    traceId: spanContext.traceId,
    spanId: spanContext.spanId,
    parentSpanId,
    link: link && { traceId: link.traceId, spanId: link.spanId },
  }
}

function exitSpan(station: Station, to: StationId, entry: ParticipantSpan, random: Random): HopSpan {
  const isMessage = stations[to].kind === 'queue'
  return {
    station: station.id,
    kind: isMessage ? 'PRODUCER' : 'CLIENT',
    // A client knows the method, not the route that the other side will find.
    name: isMessage ? `send ${stations[to].request}` : stations[to].request.split(' ')[0]!,
    traceId: entry.spanContext.traceId,
    spanId: createSpanId(random),
    parentSpanId: entry.spanContext.spanId,
    link: null,
  }
}
