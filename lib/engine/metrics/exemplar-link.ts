import type { Exemplar } from './exemplar'

/** Whether the trace behind an exemplar can still be opened. */
export type ExemplarLink = 'linked' | 'dangling' | 'no-trace'

/**
 * Where an exemplar leads once sampling has run its course. It is made at the moment of recording, when only the head's
 * decision is known: a tail sampler that drops the trace later leaves the exemplar pointing at nothing.
 *
 * @param isKept whether a trace reached the store.
 */
export function exemplarLink(exemplar: Exemplar, isKept: (traceId: string) => boolean): ExemplarLink {
  if (!exemplar.traceId) return 'no-trace'
  return isKept(exemplar.traceId) ? 'linked' : 'dangling'
}

/** How many of some exemplars lead where. */
export function countExemplarLinks(
  exemplars: Iterable<Exemplar>,
  isKept: (traceId: string) => boolean,
): Record<ExemplarLink, number> {
  const counts = { linked: 0, dangling: 0, 'no-trace': 0 }
  for (const exemplar of exemplars) counts[exemplarLink(exemplar, isKept)] += 1
  return counts
}
