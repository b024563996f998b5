import { SimulatorButton } from './simulator-button'

interface Props {
  /** What is shown in place of what the simulator generates. */
  note: string
  /** What its button does. */
  back: string
  onBack: () => void
}

/** Stands in place of the controls that change nothing while the state is one that came with a link. */
export function OwnState({ note, back, onBack }: Props) {
  return (
    <div className="flex min-h-16 flex-wrap items-center gap-x-5 gap-y-2 text-[15px] leading-6">
      <p className="m-0">{note}</p>
      <SimulatorButton onClick={onBack}>{back}</SimulatorButton>
    </div>
  )
}
