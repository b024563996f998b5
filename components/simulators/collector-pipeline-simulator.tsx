import { pipelineShape } from '@/lib/simulators/collector-pipeline/shape'
import { addHeight } from './add-height'
import { LazySimulator } from './lazy-simulator'
import { placeFromLesson } from './place-from-lesson'
import { simulators } from './simulator-names'
import type { SimulatorProps } from './simulator-props'

/** What a scene with more lanes takes beyond the others. */
const more: Record<string, { phone: number; wide: number }> = {
  'sampled-first': { phone: 0, wide: 220 },
}

/** `<CollectorPipelineSimulator preset="…" state={{…}}/>` in a lesson. */
export function CollectorPipelineSimulator({ preset, state }: SimulatorProps) {
  placeFromLesson(pipelineShape, { preset, state })
  const { title, height: least } = simulators['collector-pipeline']
  const height = addHeight(least, more[preset ?? ''] ?? { phone: 0, wide: 0 })
  return (
    <LazySimulator name="collector-pipeline" title={title} height={height} preset={preset} state={state} />
  )
}
