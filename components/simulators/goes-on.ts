import type { Params } from '@/lib/simulators/simulator'
import type { SimulatorState } from '@/lib/simulators/store'

/** Whether a run that plays has just gone on: nothing differs but the time and what it brought. */
export function goesOn<P extends Params, V>(
  next: SimulatorState<P, V>,
  before: SimulatorState<P, V>,
): boolean {
  const names = Object.keys(next) as (keyof SimulatorState<P, V>)[]
  return (
    next.playing &&
    names.every((name) => name === 'view' || name === 'elapsedMs' || next[name] === before[name])
  )
}
