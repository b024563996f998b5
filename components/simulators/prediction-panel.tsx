import type { Preset } from '@/lib/simulators/preset'
import type { Params } from '@/lib/simulators/simulator'
import type { SimulatorState } from '@/lib/simulators/store'
import { SimulatorButton } from './simulator-button'

interface Props<P extends Params, V> {
  preset: Preset<P, V>
  state: SimulatorState<P, V>
  onGuess: (guess: number | null) => void
}

/** First the question, then the run, and at its end what became of the prediction. */
export function PredictionPanel<P extends Params, V>({ preset, state, onGuess }: Props<P, V>) {
  const { question, options } = preset.prediction
  if (!state.revealed) {
    return (
      <fieldset className="m-0 border-0 p-0">
        <legend className="p-0 text-[17px] leading-6 font-semibold text-ink">{question}</legend>
        <div className="mt-3 flex flex-wrap gap-2">
          {options.map((option, index) => (
            <SimulatorButton key={option.text} onClick={() => onGuess(index)}>
              {option.text}
            </SimulatorButton>
          ))}
          <button
            type="button"
            className="min-h-10 px-2 text-[15px] text-accent underline underline-offset-3"
            onClick={() => onGuess(null)}
          >
            Just show me
          </button>
        </div>
      </fieldset>
    )
  }
  const guessed = state.guess === null ? null : options[state.guess]
  if (!guessed) return null
  if (!state.over) {
    return <p className="m-0 text-[15px] leading-6 text-soft">You predicted: {guessed.text} Now watch.</p>
  }
  const right = guessed.holds(state.view)
  const answer = options.find((option) => option.holds(state.view))
  return (
    <p className="m-0 text-[15px] leading-6 text-ink">
      <strong>{right ? 'As you predicted.' : 'Not as predicted.'}</strong> {question}{' '}
      {answer?.text ?? 'None of these.'}
    </p>
  )
}
