import { durationWords } from '../trace/words'
import type { Cause } from './cause'
import type { Measures } from './measures'
import type { Comparison } from './signature'
import { shareWords } from './words'

/** What the telemetry of a service says of a cause, in numbers: as good to confirm it as to rule it out. */
export function signWords(cause: Cause, comparison: Comparison): string {
  const { service, before, after, groups } = comparison
  switch (cause) {
    case 'slow-query':
      return queryWords(before, after)
    case 'bad-zone':
      return `Its queries by zone: ${by(groups['cloud.availability_zone'], (group) => queryWords(before, group))}.`
    case 'bad-version':
      return `Failed requests by version: ${by(groups['service.version'], (group) => shareWords(group.failedShare))}.`
    case 'bad-instance':
      return `Failed or far slower than before, by instance: ${by(groups['service.instance.id'], (group) => shareWords(Math.max(group.failedShare, group.overShare)))}.`
    case 'n-plus-one':
      return `Queries for each request, by version: ${by(groups['service.version'], (group) => group.queriesPerRequest.toFixed(1))}.`
    case 'pool':
      if (after.waitP95Ms === null) return `${service} has no connections to wait for.`
      return `Of the waits for a connection, 95 % are within ${durationWords(after.waitP95Ms)}; before, within ${durationWords(before.waitP95Ms ?? 0)}. ${queryWords(before, after)}`
    case 'retry-storm':
      return `${shareWords(after.retriedShare)} of the requests to ${service} are further tries of one that failed; before, ${shareWords(before.retriedShare)}.`
    case 'cold-cache':
      if (after.missesPerLookup === null) return `${service} asks no cache.`
      return `Of its looks into the cache, ${shareWords(after.missesPerLookup)} find nothing; before, ${shareWords(before.missesPerLookup ?? 0)}.`
    case 'backlog':
      if (after.ageP95Ms === null) return `${service} reads no queue.`
      return `A message has waited for up to ${durationWords(after.ageP95Ms)} when it is taken (95 %); before, up to ${durationWords(before.ageP95Ms ?? 0)}.`
  }
}

function by(
  groups: Comparison['groups'][keyof Comparison['groups']],
  words: (after: Measures) => string,
): string {
  return groups.map(({ value, after }) => `${value} ${words(after).replace(/\.$/, '')}`).join('; ')
}

/** The kind of query that changed most, then and now. */
function queryWords(before: Measures, after: Measures): string {
  let most: { name: string; was: number; is: number } | null = null
  for (const [name, { medianMs }] of after.queries) {
    const was = before.queries.get(name)?.medianMs
    if (was !== undefined && (most === null || medianMs / was > most.is / most.was))
      most = { name, was, is: medianMs }
  }
  if (most === null) return 'There are no queries to compare.'
  return `${most.name} takes ${durationWords(most.is)} in the middle, ${durationWords(most.was)} before.`
}
