import { createCollectorPipeline } from '@/lib/simulators/collector-pipeline'
import { LazySimulator } from './lazy-simulator'
import { placeFromLesson } from './place-from-lesson'
import { simulators } from './simulator-names'
import type { SimulatorProps } from './simulator-props'

/** Only looked at, never run: it needs no reader of configurations. */
const shape = createCollectorPipeline({ read: null })

/** `<CollectorPipelineSimulator preset="…" state={{…}}/>` in a lesson. */
export function CollectorPipelineSimulator({ preset, state }: SimulatorProps) {
  placeFromLesson(shape, { preset, state })
  const { title, height } = simulators['collector-pipeline']
  return (
    <LazySimulator name="collector-pipeline" title={title} height={height} preset={preset} state={state} />
  )
}
