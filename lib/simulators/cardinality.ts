import { type CardinalityParams, cardinalityParams } from './cardinality/params'
import { cardinalityPresets } from './cardinality/presets'
import { CardinalityRun } from './cardinality/run'
import type { CardinalityView } from './cardinality/view'
import type { Simulator } from './simulator'

/** One metric of one instance, request by request: which series are born, what the limit hides, and what it costs. */
export const cardinality: Simulator<CardinalityParams, CardinalityView> = {
  name: 'cardinality',
  params: cardinalityParams,
  presets: cardinalityPresets,
  stepMs: 1000,
  lastsMs: 10_000,
  start: (params) => new CardinalityRun(params),
}
