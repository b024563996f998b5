import { incidentDrill } from '@/lib/simulators/incident-drill'
import { LazySimulator } from './lazy-simulator'
import { placeFromLesson } from './place-from-lesson'
import { simulators } from './simulator-names'
import type { SimulatorProps } from './simulator-props'

/** `<IncidentDrillSimulator preset="…" state={{…}}/>` in a lesson. */
export function IncidentDrillSimulator({ preset, state }: SimulatorProps) {
  placeFromLesson(incidentDrill, { preset, state })
  const { title, height } = simulators['incident-drill']
  return <LazySimulator name="incident-drill" title={title} height={height} preset={preset} state={state} />
}
