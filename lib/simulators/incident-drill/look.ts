import type { Grouping, ServiceName } from './cause'
import type { Incident } from './incident'

/** Somewhere that the learner looks. */
export type Look =
  | { readonly kind: 'requests' | 'inside'; readonly service: ServiceName; readonly by: Grouping | null }
  | { readonly kind: 'trace'; readonly trace: number }
  | { readonly kind: 'logs'; readonly service: ServiceName }

/** The same text for the same look. */
export function lookKey(look: Look): string {
  if (look.kind === 'trace') return `trace ${look.trace}`
  return look.kind === 'logs' ? `logs ${look.service}` : `${look.kind} ${look.service} ${look.by ?? 'all'}`
}

/** What a look could tell: where it led, without blame for one that led nowhere. */
export function lookNote(
  look: Look,
  incident: Incident,
  changed: readonly ServiceName[],
  services: readonly ServiceName[],
): string {
  if (look.kind === 'trace') {
    if (!services.includes(incident.service)) return `A request that never came to ${incident.service}.`
    return `A request that passed through ${incident.service}: its path shows where the time or the failure was.`
  }
  const { service } = look
  if (service === incident.service) {
    const by = look.kind === 'logs' ? null : look.by
    if (incident.shownBy !== null && by === incident.shownBy.key)
      return `Shows it: only ${incident.shownBy.value} is sick.`
    if (by !== null) return 'The right service; by this attribute its instances are alike.'
    return incident.shownBy === null
      ? 'The right service: what changed in it is here.'
      : 'The right service; which of its instances is sick shows when they are parted.'
  }
  if (changed.includes(service)) return `A symptom: ${service} calls what changed.`
  if (service === 'recommend') return 'A decoy: it is as it was before, and nobody’s objective.'
  if (service === incident.release.service) return 'A decoy: released, and as good as before.'
  return 'Nothing unusual: it can be ruled out.'
}
