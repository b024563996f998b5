import type { Instance } from './fleet'
import type { SliceKey, Store } from './params'

/** What an instance has seen so far. */
export interface Seen {
  readonly instance: Instance
  readonly requests: number
  readonly errors: number
}

/** A group of the answer. */
export interface Slice {
  readonly values: readonly string[]
  readonly requests: number
  readonly errors: number
}

export type Answer =
  | { readonly ok: true; readonly slices: readonly Slice[] }
  /** What Prometheus answers instead. */
  | { readonly ok: false; readonly message: string }

/** The labels that every series of an instance has: `job` and `instance`. */
const identifying: readonly SliceKey[] = ['service.name', 'service.instance.id']

/** A group for what carries no such label. */
export const noLabel = '(no such label)'

/**
 * Groups what was seen by attributes of the resource, as the store can. In Prometheus a series of an OTLP metric has
 * `job` and `instance`, and all other resource attributes are labels of `target_info`, which has to be joined on these two.
 *
 * Source: specification/compatibility/prometheus_and_openmetrics.md, Resource Attributes; Prometheus vector matching.
 */
export function sliceBy(seen: readonly Seen[], keys: readonly SliceKey[], store: Store): Answer {
  const needsMore = keys.some((key) => !identifying.includes(key))
  if (store === 'join' && needsMore) {
    const twice = findTwice(seen)
    if (twice !== null) {
      const message = `found duplicate series for the match group {instance="${twice.id}", job="${twice.service}"} on the right hand-side of the operation; many-to-many matching not allowed: matching labels must be unique on one side`
      return { ok: false, message }
    }
  }
  const hidden = (key: SliceKey) => store === 'prometheus' && !identifying.includes(key)
  const groups = new Map<string, { values: string[]; requests: number; errors: number }>()
  for (const { instance, requests, errors } of seen) {
    const values = keys.map((key) => (hidden(key) ? noLabel : instance.resource[key]))
    const id = values.join('\n')
    const known = groups.get(id)
    if (known) {
      known.requests += requests
      known.errors += errors
    } else groups.set(id, { values, requests, errors })
  }
  const slices = [...groups.values()].sort((one, other) => (one.values.join() < other.values.join() ? -1 : 1))
  return { ok: true, slices }
}

/** An instance id that two resources claim within one service: then target_info has two series for it. */
function findTwice(seen: readonly Seen[]): { id: string; service: string } | null {
  const known = new Set<string>()
  for (const { instance } of seen) {
    const { 'service.name': service, 'service.instance.id': id } = instance.resource
    if (known.has(`${service} ${id}`)) return { id, service }
    known.add(`${service} ${id}`)
  }
  return null
}
