import { cardinality } from '@/lib/simulators/cardinality'
import { addHeight } from './add-height'
import { LazySimulator } from './lazy-simulator'
import { placeFromLesson } from './place-from-lesson'
import { type FrameHeight, simulators } from './simulator-names'
import type { SimulatorProps } from './simulator-props'

/** What the controls add that are open with the presets that are about them. */
const opened: Readonly<Record<string, FrameHeight>> = {
  churn: { phone: 404, wide: 192 },
  exemplars: { phone: 588, wide: 306 },
}

/** `<CardinalitySimulator preset="…" state={{…}}/>` in a lesson. */
export function CardinalitySimulator({ preset, state }: SimulatorProps) {
  const { preset: id } = placeFromLesson(cardinality, { preset, state })
  const { title, height: closed } = simulators.cardinality
  const height = addHeight(closed, opened[id] ?? { phone: 0, wide: 0 })
  return <LazySimulator name="cardinality" title={title} height={height} preset={preset} state={state} />
}
