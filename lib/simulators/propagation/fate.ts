import { findHeaderValues, type Header } from '../../engine/propagation/header'
import type { Hop } from './hop'
import type { PropagationParams } from './params'
import { stations } from './station'

/**
 * What became of the trace at one station.
 *
 * - `forwarded`, `removed`: a proxy or queue let the headers through, or took them off.
 * - `missing`: a service made no span.
 * - `root`: the trace begins here, as it should. `late`: it begins here, after spans that are missing.
 * - `joined`: the span has the caller's span as its parent.
 * - `broken`: a root where none should be. `refused`: the same, because the header was malformed.
 * - `linked`: a new trace on purpose, with a link to the one that came.
 */
export type Fate =
  | 'forwarded'
  | 'removed'
  | 'missing'
  | 'root'
  | 'late'
  | 'joined'
  | 'broken'
  | 'refused'
  | 'linked'

/** The fate of the trace at a hop, among all hops of the request. */
export function fateOf(hop: Hop, hops: readonly Hop[]): Fate {
  const entry = hop.spans[0]
  if (stations[hop.station].kind !== 'service') return isStripped(hop) ? 'removed' : 'forwarded'
  if (entry === undefined) return 'missing'
  if (entry.link !== null) return 'linked'
  if (entry.parentSpanId !== null) return 'joined'
  if (hop.extraction?.action === 'restart') return 'refused'
  if (hop.station === 'web') return 'root'
  const isFirst = hops.find((other) => other.spans.length > 0) === hop
  return isFirst ? 'late' : 'broken'
}

/** Whether something that arrived at a proxy or queue was not sent on. */
export function isStripped(hop: Hop): boolean {
  return hop.incoming.length > 0 && hop.sent.every(({ headers }) => headers.length === 0)
}

/** Whether the headers hold one of that name. */
export function carries(headers: readonly Header[], name: 'traceparent' | 'tracestate' | 'baggage'): boolean {
  return findHeaderValues(headers, name).length > 0
}

/** Whether the service has the propagator. The card company has both; proxies and queues have none. */
export function hasPropagator(
  station: Hop['station'],
  propagator: 'tracecontext' | 'baggage',
  params: PropagationParams,
): boolean {
  if (station === 'bank') return true
  if (station === 'proxy' || station === 'queue') return false
  return params[station] === 'both' || params[station] === propagator
}
