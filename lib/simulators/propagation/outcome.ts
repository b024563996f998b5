import { type Fate, fateOf } from './fate'
import type { Hop } from './hop'
import { type StationId, stations } from './station'

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** Stations where the trace met one of the fates. */
export function stationsOf(hops: readonly Hop[], ...fates: readonly Fate[]): StationId[] {
  return hops.filter((hop) => fates.includes(fateOf(hop, hops))).map((hop) => hop.station)
}

/** How many traces the request made. */
export function countTraces(hops: readonly Hop[]): number {
  return new Set(hops.flatMap((hop) => hop.spans.map((span) => span.traceId))).size
}

/** What the backend has of the whole request, in a sentence or two. */
export function describeOutcome(hops: readonly Hop[]): string {
  const traces = countTraces(hops)
  const name = (ids: readonly StationId[]) => list(ids.map((id) => stations[id].name))
  const missing = stationsOf(hops, 'missing')
  const lacks = missing.length === 0 ? '' : ` Nothing is known of ${name(missing)}.`
  if (traces === 0) return 'One request, and no trace at all: nobody made a span.'
  if (traces === 1) return `One request, one trace.${lacks}`
  const broken = stationsOf(hops, 'broken', 'refused').filter((id) => id !== 'web')
  const linked = stationsOf(hops, 'linked').filter((id) => id !== 'web')
  const why = [
    broken.length > 0 && `it breaks before ${name(broken)}`,
    linked.length > 0 && `${name(linked)} ${linked.length > 1 ? 'are' : 'is'} joined by a link only`,
  ].filter((part) => part !== false)
  return `One request, ${traces} traces: ${list(why)}.${lacks}`
}
