import { cardinality } from '@/lib/simulators/cardinality'
import { LazySimulator } from './lazy-simulator'
import { placeFromLesson } from './place-from-lesson'
import { simulators } from './simulator-names'
import type { SimulatorProps } from './simulator-props'

/** `<CardinalitySimulator preset="…" state={{…}}/>` in a lesson. */
export function CardinalitySimulator({ preset, state }: SimulatorProps) {
  placeFromLesson(cardinality, { preset, state })
  const { title, height } = simulators.cardinality
  return <LazySimulator name="cardinality" title={title} height={height} preset={preset} state={state} />
}
