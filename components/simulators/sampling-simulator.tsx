import { readsYaml } from '@/lib/simulators/sampling/params'
import { samplingShape } from '@/lib/simulators/sampling/shape'
import { addHeight } from './add-height'
import { LazySimulator } from './lazy-simulator'
import { placeFromLesson } from './place-from-lesson'
import { simulators } from './simulator-names'
import type { SimulatorProps } from './simulator-props'

/** What a second strategy adds: on a phone they stand one above the other. And what the editor adds. */
const second = { phone: 510, wide: 16 }
const editor = { phone: 412, wide: 336 }
const nothing = { phone: 0, wide: 0 }

/** `<SamplingSimulator preset="…" state={{…}}/>` in a lesson. */
export function SamplingSimulator({ preset, state }: SimulatorProps) {
  const { params } = placeFromLesson(samplingShape, { preset, state })
  const { title, height: ofOne } = simulators.sampling
  const ofBoth = addHeight(ofOne, params.b === 'none' ? nothing : second)
  const height = addHeight(ofBoth, readsYaml(params) ? editor : nothing)
  return <LazySimulator name="sampling" title={title} height={height} preset={preset} state={state} />
}
