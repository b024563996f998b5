import { createSampling } from '@/lib/simulators/sampling'
import { LazySimulator } from './lazy-simulator'
import { placeFromLesson } from './place-from-lesson'
import { simulators } from './simulator-names'
import type { SimulatorProps } from './simulator-props'

/** Only looked at, never run: it needs no reader of configurations. */
const shape = createSampling({ read: null })

/** `<SamplingSimulator preset="…" state={{…}}/>` in a lesson. */
export function SamplingSimulator({ preset, state }: SimulatorProps) {
  const { params } = placeFromLesson(shape, { preset, state })
  const { title, height: ofOne, heightOfTwo } = simulators.sampling
  const height = params.b === 'none' ? ofOne : heightOfTwo
  return <LazySimulator name="sampling" title={title} height={height} preset={preset} state={state} />
}
