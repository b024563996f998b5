import { createRandom, type Random } from '../../engine/random'
import type { Fault } from '../../engine/traffic/fault'
import { type Cause, causes, type Grouping, hostsOf, type ServiceName, shownBy } from './cause'
import { cacheMiss, oldVersion, operationOf, placeCount, queryOf, zones } from './graph'
import type { IncidentDrillParams } from './params'

/** How long the system is watched, in milliseconds of its own time. */
export const watchedMs = 600_000

/** A release of one service: it is the cause, or it only looks like one. */
export interface Release {
  readonly service: ServiceName
  readonly version: string
  readonly atMs: number
}

/** What a seed stages. Nothing of it is shown before the cause has been named. */
export interface Incident {
  readonly cause: Cause
  readonly service: ServiceName
  /** The attribute that parts the sick instances from the sound, with the sick value; null where all are alike. */
  readonly shownBy: { readonly key: Grouping; readonly value: string } | null
  readonly onsetMs: number
  readonly release: Release
  /** What recommendations always do, which is none of the incident's. */
  readonly decoy: 'fails-steadily' | 'was-slow-before'
  readonly faults: readonly Fault[]
}

/** Draws an incident. The same parameters give the same one. */
export function stageIncident({ seed, drill }: IncidentDrillParams): Incident {
  const random = createRandom(seed * (causes.length + 1) + drill)
  const cause = drill === 0 ? pick(random, causes) : causes[drill - 1]!
  const service = pick(random, hostsOf[cause])
  const onsetMs = Math.round(between(random, 230, 290)) * 1000
  const key = shownBy[cause]
  const version = `4.8.${Math.floor(between(random, 0, 4))}`
  const released = key === 'service.version' ? service : pick(random, othersThan(service))
  const atMs = key === 'service.version' ? onsetMs : onsetMs - Math.round(between(random, 20, 60)) * 1000
  const place = Math.floor(between(random, 0, placeCount))
  const values = {
    'service.version': version,
    'service.instance.id': `${service}-${place}`,
    'cloud.availability_zone': pick(random, zones),
  }
  const on = key === null ? undefined : { [key]: values[key] }
  const decoy = pick(random, ['fails-steadily', 'was-slow-before'] as const)
  const during = { fromMs: onsetMs, toMs: Number.POSITIVE_INFINITY, ...(on && { on }) }
  return {
    cause,
    service,
    shownBy: key && { key, value: values[key] },
    onsetMs,
    release: { service: released, version, atMs },
    decoy,
    faults: [...faultsOf(cause, service, during, random), ...decoyFaults(decoy)],
  }
}

/** The version of each service’s released instances once its release has happened. */
export function versionAfter({ service, version }: Release): (name: ServiceName) => string {
  return (name) => (name === service ? version : oldVersion)
}

type During = Pick<Fault, 'fromMs' | 'toMs' | 'on'>

function faultsOf(cause: Cause, service: ServiceName, during: During, random: Random): Fault[] {
  const operation = operationOf[service]
  const query = queryOf[service] ?? operation
  switch (cause) {
    case 'slow-query':
    case 'bad-zone':
      return [{ kind: 'slow-dependency', target: query, factor: between(random, 70, 100), ...during }]
    case 'bad-version':
      return [{ kind: 'error-burst', target: operation, rate: between(random, 0.55, 0.8), ...during }]
    case 'pool':
      return [{ kind: 'connection-leak', target: query, heldMs: between(random, 12_000, 15_000), ...during }]
    case 'bad-instance':
      // Half of them answer late, half answer with an error: a sick instance does either.
      return random.next() < 0.5
        ? [{ kind: 'error-burst', target: operation, rate: between(random, 0.75, 0.95), ...during }]
        : [{ kind: 'slow-dependency', target: operation, factor: between(random, 90, 120), ...during }]
    case 'n-plus-one':
      return [{ kind: 'changed-calls', target: query, probability: 1, times: [55, 75], ...during }]
    case 'backlog':
      return [
        { kind: 'queue-backlog', target: operation, growth: between(random, 0.5, 0.8), ...during },
        { kind: 'slow-dependency', target: operation, factor: between(random, 7, 9), ...during },
      ]
    case 'retry-storm':
      return [
        { kind: 'retry-storm', target: operation, rate: between(random, 0.78, 0.85), attempts: 5, ...during },
      ]
    case 'cold-cache':
      return [{ kind: 'changed-calls', target: cacheMiss, probability: 0.9, times: [1, 1], ...during }]
  }
}

function decoyFaults(decoy: Incident['decoy']): Fault[] {
  if (decoy === 'fails-steadily') return []
  const target = operationOf.recommend
  return [{ kind: 'slow-dependency', target, factor: 6, fromMs: 90_000, toMs: 150_000 }]
}

/** Services whose release would be noticed and that are not the cause. */
function othersThan(service: ServiceName): readonly ServiceName[] {
  return (['catalogue', 'checkout', 'inventory', 'payment', 'mailer'] as const).filter(
    (name) => name !== service,
  )
}

function pick<T>(random: Random, among: readonly T[]): T {
  return among[Math.floor(random.next() * among.length)]!
}

function between(random: Random, from: number, to: number): number {
  return from + random.next() * (to - from)
}
