import { type Place, placeOf } from '@/lib/simulators/place'
import type { Params, SimulatorShape } from '@/lib/simulators/simulator'
import type { SimulatorProps } from './simulator-props'

/** The place that a lesson asks for. Throws where it asks for what is not there: that is a fault of the lesson. */
export function placeFromLesson<P extends Params, V>(
  simulator: SimulatorShape<P, V>,
  { preset, state }: SimulatorProps,
): Place<P> {
  const place = placeOf(simulator, { preset, ...(state && { given: state }) })
  if (place.notes.length > 0) throw new Error(`<${simulator.name}> in a lesson: ${place.notes.join(' ')}`)
  return place
}
