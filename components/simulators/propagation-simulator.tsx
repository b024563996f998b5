import { propagation } from '@/lib/simulators/propagation'
import { LazySimulator } from './lazy-simulator'
import { placeFromLesson } from './place-from-lesson'
import { simulators } from './simulator-names'
import type { SimulatorProps } from './simulator-props'

/** `<PropagationSimulator preset="…" state={{…}}/>` in a lesson. */
export function PropagationSimulator({ preset, state }: SimulatorProps) {
  placeFromLesson(propagation, { preset, state })
  const { title, height } = simulators.propagation
  return <LazySimulator name="propagation" title={title} height={height} preset={preset} state={state} />
}
