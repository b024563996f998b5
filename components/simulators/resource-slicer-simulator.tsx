import { resourceSlicer } from '@/lib/simulators/resource-slicer'
import { LazySimulator } from './lazy-simulator'
import { placeFromLesson } from './place-from-lesson'
import { simulators } from './simulator-names'
import type { SimulatorProps } from './simulator-props'

/** `<ResourceSlicerSimulator preset="…" state={{…}}/>` in a lesson. */
export function ResourceSlicerSimulator({ preset, state }: SimulatorProps) {
  placeFromLesson(resourceSlicer, { preset, state })
  const { title, height } = simulators['resource-slicer']
  return <LazySimulator name="resource-slicer" title={title} height={height} preset={preset} state={state} />
}
