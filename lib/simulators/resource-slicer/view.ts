import { counterIncrease } from '../../engine/metrics/counter-increase'
import { createRandom } from '../../engine/random'
import { createFleet, failureOf, passes, sharedId } from './fleet'
import type { SliceParams } from './params'
import { type Answer, type Seen, sliceBy } from './slice'

/** The run lasts so long, in milliseconds. */
export const runMs = 10_000
const requestsPerSecond = 120
/** How often an instance exports its counters. */
const exportMs = 1000

/** A sample of the counter that two instances write under one identity. */
export interface CounterSample {
  readonly atMs: number
  readonly value: number
  /** Which of the two wrote it, from 1. */
  readonly by: number
}

/** What there is to see at a moment of the run. */
export interface SliceView {
  readonly requests: number
  readonly errors: number
  readonly answer: Answer
  /** Two instances, one identity: the series that comes of it. Null where each has its own. */
  readonly mixed: {
    readonly samples: readonly CounterSample[]
    /** As Prometheus reckons from the samples, and as it was. */
    readonly increase: number
    readonly trueIncrease: number
  } | null
}

/** The whole run at once; a moment of it is a part of it. */
export function createSliceView(params: SliceParams): (elapsedMs: number) => SliceView {
  const random = createRandom(params.seed)
  const fleet = createFleet(params.identity)
  const all = Array.from({ length: (runMs / 1000) * requestsPerSecond }, (_, index) => {
    const instance = Math.floor(random.next() * fleet.length)
    const failed = random.next() < failureOf(fleet[instance]!, params.fault)
    return { atMs: (index * 1000) / requestsPerSecond, instance, failed }
  })
  const twins = fleet.flatMap(({ resource }, index) =>
    resource['service.instance.id'] === sharedId ? [index] : [],
  )
  // The second has run for hours longer: its counter stands higher.
  const before = [120, 4310]
  const keys = params.thenBy === 'none' ? [params.groupBy] : [params.groupBy, params.thenBy]

  function mixedAt(elapsedMs: number): SliceView['mixed'] {
    if (twins.length < 2) return null
    const counterOf = (twin: number, atMs: number) =>
      before[twin]! + all.filter((each) => each.instance === twins[twin] && each.atMs <= atMs).length
    const samples: CounterSample[] = []
    for (let atMs = exportMs / 2; atMs <= elapsedMs; atMs += exportMs / 2) {
      const twin = Math.round(atMs / (exportMs / 2)) % 2
      samples.push({ atMs, value: counterOf(twin, atMs), by: twin + 1 })
    }
    const last = samples.at(-1)?.atMs ?? 0
    return {
      samples,
      increase: counterIncrease(samples.map(({ value }) => value)),
      trueIncrease: [0, 1].reduce((sum, twin) => sum + counterOf(twin, last) - before[twin]!, 0),
    }
  }

  return (elapsedMs) => {
    const seen: Seen[] = fleet.map((instance, index) => {
      const own = all.filter((each) => each.instance === index && each.atMs < elapsedMs)
      return { instance, requests: own.length, errors: own.filter(({ failed }) => failed).length }
    })
    const shown = seen.filter(({ instance }) => passes(instance, params.only))
    const sum = (of: 'requests' | 'errors') => shown.reduce((total, each) => total + each[of], 0)
    return {
      requests: sum('requests'),
      errors: sum('errors'),
      answer: sliceBy(shown, keys, params.store),
      mixed: mixedAt(elapsedMs),
    }
  }
}
