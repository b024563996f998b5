import { type Fate, fateOf } from './fate'
import type { Hop } from './hop'
import { describeHop } from './hop-sentence'
import { travel } from './journey'
import { describeOutcome } from './outcome'
import type { PropagationParams } from './params'
import { stationIds } from './station'
import { growTraces, type TraceTree } from './trace-tree'

/** How long the request takes from one station to the next, in simulated milliseconds. */
export const hopMs = 1200

export interface PropagationHop extends Hop {
  readonly fate: Fate
  readonly sentence: string
}

/** What there is to see at a moment. */
export interface PropagationView {
  /** Every station, reached or not. */
  readonly hops: readonly PropagationHop[]
  /** Index of the last station that the request has reached. */
  readonly reached: number
  /** How far it has come towards the next, 0 to 1. */
  readonly progress: number
  /** The traces that the backend has by now. */
  readonly traces: readonly TraceTree[]
  /** What the backend has of the whole request; null until it is over. */
  readonly outcome: string | null
}

/** Computes the whole way at once; what is seen of it depends on the time alone. */
export function createPropagationView(params: PropagationParams): (elapsedMs: number) => PropagationView {
  const travelled = travel(params)
  const hops = travelled.map((hop) => ({
    ...hop,
    fate: fateOf(hop, travelled),
    sentence: describeHop(hop, travelled, params),
  }))
  const last = stationIds.length - 1
  const traces = hops.map((_, index) => growTraces(hops.slice(0, index + 1).flatMap((hop) => hop.spans)))
  const outcome = describeOutcome(travelled)
  return (elapsedMs) => {
    const reached = Math.min(Math.floor(elapsedMs / hopMs + 1e-6), last)
    const isOver = reached === last
    const progress = isOver ? 0 : Math.max(0, elapsedMs / hopMs - reached)
    return { hops, reached, progress, traces: traces[reached]!, outcome: isOver ? outcome : null }
  }
}
