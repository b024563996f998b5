import { type Cause, causes, type groupings, type ServiceName, serviceNames } from './cause'
import type { Evidence } from './evidence'
import { watchedMs } from './incident'
import { groupsOf, type Measures, measure } from './measures'

/** One service before and after something changed, whole and by each attribute of its instances. */
export interface Comparison {
  readonly service: ServiceName
  readonly before: Measures
  readonly after: Measures
  /** After the change, by attribute, then by value. */
  readonly groups: Readonly<Record<(typeof groupings)[number], readonly Group[]>>
}

interface Group {
  readonly value: string
  readonly after: Measures
}

/** The first moments are left out: nothing has ended yet. So are those right after the change: some began before it. */
const settleMs = 15_000

/** So many times the 95th percentile of before is out of the ordinary. */
const muchSlower = 3

/** Compares what the telemetry of a service says before a moment with what it says after it. */
export function compare(evidence: Evidence, service: ServiceName, changedMs: number): Comparison {
  const fromMs = changedMs + settleMs
  const before = measure(evidence, service, { fromMs: settleMs, toMs: changedMs })
  const limitMs = muchSlower * (before.p95Ms ?? Number.POSITIVE_INFINITY)
  const slice = { fromMs, toMs: watchedMs }
  const groupsBy = (key: (typeof groupings)[number]) =>
    groupsOf(evidence, service, key, fromMs, watchedMs).map((value) => ({
      value,
      after: measure(evidence, service, { ...slice, group: { key, value } }, limitMs),
    }))
  return {
    service,
    before,
    after: measure(evidence, service, slice, limitMs),
    groups: {
      'service.version': groupsBy('service.version'),
      'service.instance.id': groupsBy('service.instance.id'),
      'cloud.availability_zone': groupsBy('cloud.availability_zone'),
    },
  }
}

/** The value that parts sick from sound, where a cause is told by one; an empty text where all are alike. */
export type Sign = { readonly value: string } | null

/**
 * Whether the telemetry of a service bears the mark of a cause. It looks at nothing but what a learner can look at: no
 * detector knows what was staged.
 */
export function signOf(cause: Cause, comparison: Comparison): Sign {
  const { before, after, groups } = comparison
  const everywhere = (holds: boolean): Sign => (holds ? { value: '' } : null)
  switch (cause) {
    case 'slow-query':
      return everywhere(
        groups['service.instance.id'].length > 1 &&
          groups['service.instance.id'].every((group) => queryRatio(before, group.after) > 5),
      )
    case 'bad-zone':
      return theOne(
        groups['cloud.availability_zone'],
        (group) => queryRatio(before, group) > 5,
        (group) => queryRatio(before, group) < 2,
      )
    case 'bad-version':
      return theOne(
        groups['service.version'],
        (group) => group.failedShare > 0.3,
        (group) => group.failedShare < 0.1,
      )
    case 'n-plus-one':
      return theOne(
        groups['service.version'],
        (group) => group.queriesPerRequest > 10,
        (group) => group.queriesPerRequest < 3,
      )
    case 'bad-instance':
      return theOne(
        groups['service.instance.id'],
        (group) => group.failedShare > 0.6 || group.overShare > 0.75,
        (group) => group.failedShare < 0.2 && group.overShare < 0.2,
      )
    case 'pool':
      return everywhere((after.waitP95Ms ?? 0) > 500 && (before.waitP95Ms ?? 0) < 100)
    case 'retry-storm':
      return everywhere(after.retriedShare > 0.3 && before.retriedShare < 0.1)
    case 'cold-cache':
      return everywhere((after.missesPerLookup ?? 0) > 0.5 && (before.missesPerLookup ?? 1) < 0.1)
    case 'backlog':
      return everywhere((after.ageP95Ms ?? 0) > 10_000 && (before.ageP95Ms ?? 0) < 5000)
  }
}

/** Every mark in the evidence: which cause, in which service, told by which value. */
export function findSigns(
  evidence: Evidence,
  changedMs: number,
): { cause: Cause; service: ServiceName; value: string }[] {
  return serviceNames.flatMap((service) => {
    const comparison = compare(evidence, service, changedMs)
    return causes.flatMap((cause) => {
      const sign = signOf(cause, comparison)
      return sign === null ? [] : [{ cause, service, value: sign.value }]
    })
  })
}

/** The services whose errors or durations are no longer what they were: the cause's own, and those that show it. */
export function changedServices(evidence: Evidence, changedMs: number): ServiceName[] {
  return serviceNames.filter((service) => {
    const { before, after } = compare(evidence, service, changedMs)
    // Three times as many and then some: what has always failed a little does so now more, now less.
    return after.failedShare > 3 * before.failedShare + 0.05 || after.overShare > 0.05
  })
}

function theOne(
  groups: readonly Group[],
  isSick: (after: Measures) => boolean,
  isSound: (after: Measures) => boolean,
): Sign {
  const sick = groups.filter(({ after }) => isSick(after))
  const sound = groups.filter(({ after }) => isSound(after))
  return sick.length === 1 && groups.length > 1 && sound.length === groups.length - 1
    ? { value: sick[0]!.value }
    : null
}

/** How many times as long the kind of query takes that has become slower than the others; 1 without a comparison. */
function queryRatio(before: Measures, after: Measures): number {
  let most = 1
  for (const [name, { medianMs }] of after.queries) {
    const known = before.queries.get(name)
    if (known) most = Math.max(most, medianMs / known.medianMs)
  }
  return most
}
