import type { Grouping, ServiceName } from './cause'
import type { Evidence } from './evidence'

/** Which requests are measured: of a stretch of time in ms, and of the instances with one value of an attribute. */
export interface Slice {
  readonly fromMs: number
  readonly toMs: number
  readonly group?: { readonly key: Grouping; readonly value: string } | undefined
}

/** What the metrics of a service say of a slice. Null where there was nothing to measure. */
export interface Measures {
  readonly requests: number
  /** Share (0..1) with the status ERROR. */
  readonly failedShare: number
  /** Share (0..1) that took longer than the limit that was asked about. */
  readonly overShare: number
  readonly medianMs: number | null
  readonly p95Ms: number | null
  readonly queriesPerRequest: number
  /** The median of each kind of query in ms, by its name, and how many there were. */
  readonly queries: ReadonlyMap<string, { readonly count: number; readonly medianMs: number }>
  readonly waitP95Ms: number | null
  /** Share (0..1) of the requests that are further tries. */
  readonly retriedShare: number
  /** Queries of what was looked for in the cache, for each look. */
  readonly missesPerLookup: number | null
  readonly ageP95Ms: number | null
}

/** The table of what the cache holds: a query to it is a miss. */
const cachedCollection = 'products'

/** Measures one service over a slice; rows count by the moment of their end. */
export function measure(
  evidence: Evidence,
  service: ServiceName,
  { fromMs, toMs, group }: Slice,
  limitMs = Number.POSITIVE_INFINITY,
): Measures {
  const { batch } = evidence
  const durations: number[] = []
  const queries = new Map<string, number[]>()
  const waits: number[] = []
  const ages: number[] = []
  const counts = { failed: 0, over: 0, retries: 0, lookups: 0, misses: 0, queries: 0 }
  for (const row of evidence.entries[service]) {
    const endMs = batch.end[row]!
    if (endMs < fromMs || endMs >= toMs) continue
    if (group && evidence.resourceOf(row)[group.key] !== group.value) continue
    const facts = evidence.factsOf(row)
    const ms = endMs - batch.start[row]!
    durations.push(ms)
    if (ms > limitMs) counts.over += 1
    if (batch.status[row] === 2) counts.failed += 1
    if (facts.isRetry) counts.retries += 1
    if (facts.queries.length > 0 || facts.waitMs > 0) waits.push(facts.waitMs)
    if (facts.ageMs >= 0) ages.push(facts.ageMs)
    counts.lookups += facts.cacheLookups
    counts.queries += facts.queries.length
    for (const query of facts.queries) {
      const { name, attributes } = batch.catalog.operations[batch.operation[query]!]!
      if (attributes['db.collection.name'] === cachedCollection) counts.misses += 1
      const known = queries.get(name)
      const queryMs = batch.end[query]! - batch.start[query]!
      if (known) known.push(queryMs)
      else queries.set(name, [queryMs])
    }
  }
  const per = (count: number) => (durations.length === 0 ? 0 : count / durations.length)
  return {
    requests: durations.length,
    failedShare: per(counts.failed),
    overShare: per(counts.over),
    medianMs: quantileOf(durations, 0.5),
    p95Ms: quantileOf(durations, 0.95),
    queriesPerRequest: per(counts.queries),
    queries: new Map(
      [...queries].map(([name, all]) => [name, { count: all.length, medianMs: quantileOf(all, 0.5)! }]),
    ),
    waitP95Ms: quantileOf(waits, 0.95),
    retriedShare: per(counts.retries),
    missesPerLookup: counts.lookups === 0 ? null : counts.misses / counts.lookups,
    ageP95Ms: quantileOf(ages, 0.95),
  }
}

/** The value below which a `share` (0..1) of the values lie, the nearest that occurs; null where there are none. */
export function quantileOf(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

/** The values of an attribute among a service’s instances in a stretch of time, sorted. */
export function groupsOf(
  evidence: Evidence,
  service: ServiceName,
  key: Grouping,
  fromMs: number,
  toMs: number,
): string[] {
  const values = new Set<string>()
  for (const row of evidence.entries[service]) {
    const end = evidence.batch.end[row]!
    if (end >= fromMs && end < toMs) values.add(String(evidence.resourceOf(row)[key]))
  }
  return [...values].sort()
}
