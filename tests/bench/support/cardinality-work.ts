import { MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics'
import { type Attributes, MetricStream, streamsOf } from '@/lib/engine'
import type { Comparison } from './compare'

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']
const statuses = [200, 201, 404, 429, 500, 503]
const routes = Array.from({ length: 20 }, (_, route) => `/api/v1/resource-${route}/{id}`)

/** Requests as a counter is told of them, no two alike: 600 combinations, each of them with a user from a range. */
function distinctSets(count: number, users: (set: number) => string): Attributes[] {
  return Array.from({ length: count }, (_, set) => ({
    'http.request.method': methods[set % 5]!,
    'http.response.status_code': statuses[Math.floor(set / 5) % 6]!,
    'http.route': routes[Math.floor(set / 30) % 20]!,
    'user.id': users(set),
  }))
}

/** No limit that would spare either of them the work. */
const unlimited = 1e9

class NeverCollecting extends MetricReader {
  constructor() {
    super({ cardinalitySelector: () => unlimited })
  }
  protected override async onShutdown() {}
  protected override async onForceFlush() {}
}

export function addToSdk(sets: readonly Attributes[]): MetricReader {
  const reader = new NeverCollecting()
  const counter = new MeterProvider({ readers: [reader] }).getMeter('bench').createCounter('requests')
  for (const set of sets) counter.add(1, set as never)
  return reader
}

export function addToEngine(sets: readonly Attributes[]): MetricStream {
  const [config] = streamsOf({ name: 'requests', kind: 'counter' }, [], unlimited)
  const stream = new MetricStream(config!)
  for (const set of sets) stream.record(1, set)
  return stream
}

/** First adds: a fresh counter told of sets that it has never seen, the strings encoded as they come. */
function firstAdds(name: string, sets: readonly Attributes[]): Comparison {
  return {
    name,
    size: sets.length,
    baseline: () => {
      addToSdk(sets)
      return sets.length
    },
    candidate: () => addToEngine(sets).seriesCount,
  }
}

const size = 30_000

export const oneUserEach = distinctSets(size, (set) => `user-${(set * 7919) % 1_000_003}`)
export const fiftyUsers = distinctSets(size, (set) => `user-${Math.floor(set / 600)}`)

export const cardinalityComparisons: readonly Comparison[] = [
  firstAdds('first adds, a user of its own in every set', oneUserEach),
  firstAdds('first adds, fifty users in all combinations', fiftyUsers),
]

/** So many sets, each with a user of its own, for the memory they take. */
export function manySets(count: number): Attributes[] {
  return distinctSets(count, (set) => `user-${set}`)
}
