import { conventionsTranslator } from '@/lib/simulators/conventions-translator'
import { LazySimulator } from './lazy-simulator'
import { placeFromLesson } from './place-from-lesson'
import { simulators } from './simulator-names'
import type { SimulatorProps } from './simulator-props'

/** `<ConventionsTranslatorSimulator preset="…" state={{…}}/>` in a lesson. */
export function ConventionsTranslatorSimulator({ preset, state }: SimulatorProps) {
  placeFromLesson(conventionsTranslator, { preset, state })
  const name = 'conventions-translator'
  const { title, height } = simulators[name]
  return <LazySimulator name={name} title={title} height={height} preset={preset} state={state} />
}
