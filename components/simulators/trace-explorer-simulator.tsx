import { traceExplorer } from '@/lib/simulators/trace-explorer'
import { LazySimulator } from './lazy-simulator'
import { placeFromLesson } from './place-from-lesson'
import { simulators } from './simulator-names'
import type { SimulatorProps } from './simulator-props'

/** `<TraceExplorerSimulator preset="…" state={{…}}/>` in a lesson. */
export function TraceExplorerSimulator({ preset, state }: SimulatorProps) {
  placeFromLesson(traceExplorer, { preset, state })
  const { title, height } = simulators['trace-explorer']
  return <LazySimulator name="trace-explorer" title={title} height={height} preset={preset} state={state} />
}
