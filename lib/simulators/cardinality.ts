import { type CardinalityParams, cardinalityParams } from './cardinality/params'
import { cardinalityPresets } from './cardinality/presets'
import { CardinalityRun } from './cardinality/run'
import type { CardinalityView } from './cardinality/view'
import type { Simulator } from './simulator'

/** A piece of the work: a hundred requests. */
const pieceMs = 200

/** One metric of one instance, request by request: which series are born, what the limit hides, and what it costs. */
export const cardinality: Simulator<CardinalityParams, CardinalityView> = {
  name: 'cardinality',
  params: cardinalityParams,
  presets: cardinalityPresets,
  stepMs: 1000,
  lastsMs: 10_000,
  start: (params) => new CardinalityRun(params),
  *prepare(params, elapsedMs) {
    const run = new CardinalityRun(params)
    let atMs = 0
    for (; atMs + pieceMs < elapsedMs; atMs += pieceMs) {
      run.advance(pieceMs)
      yield atMs / elapsedMs
    }
    run.advance(elapsedMs - atMs)
    return run
  },
}
