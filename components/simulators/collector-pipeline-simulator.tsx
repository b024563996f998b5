import { pipelineShape } from '@/lib/simulators/collector-pipeline/shape'
import { LazySimulator } from './lazy-simulator'
import { placeFromLesson } from './place-from-lesson'
import { type FrameHeight, simulators } from './simulator-names'
import type { SimulatorProps } from './simulator-props'

/** One lane, as most presets have; and those that take more at the end of their run, on a phone lane under lane. */
const oneLane: FrameHeight = { phone: 1904, wide: 1124 }
const larger: Readonly<Record<string, FrameHeight>> = {
  order: simulators['collector-pipeline'].height,
  'limiter-last': { phone: 1936, wide: 1144 },
  'limiter-first': { phone: 1976, wide: 1144 },
  'tail-first': { phone: 2092, wide: 1232 },
  'sampled-first': { phone: 2444, wide: 1564 },
  'counted-first': { phone: 2444, wide: 1580 },
  twice: { phone: 2192, wide: 1324 },
  'one-sided': { phone: 1904, wide: 1236 },
}

/** `<CollectorPipelineSimulator preset="…" state={{…}}/>` in a lesson. */
export function CollectorPipelineSimulator({ preset, state }: SimulatorProps) {
  const { preset: id } = placeFromLesson(pipelineShape, { preset, state })
  const { title } = simulators['collector-pipeline']
  const height = larger[id] ?? oneLane
  return (
    <LazySimulator name="collector-pipeline" title={title} height={height} preset={preset} state={state} />
  )
}
