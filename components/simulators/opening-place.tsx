import { SimulatorButton } from './simulator-button'

interface Props {
  failed: boolean
  onRetry: () => void
}

/** Where a simulator will be, while its first run is prepared. */
export function OpeningPlace({ failed, onRetry }: Props) {
  return (
    <div className="flex flex-1 flex-col items-center gap-3 rounded border border-line bg-sunken px-6 py-24 text-[15px] leading-6 text-soft">
      {failed ? (
        <>
          <p className="m-0">What this run needs could not be fetched.</p>
          <SimulatorButton onClick={onRetry}>Try again</SimulatorButton>
        </>
      ) : (
        <p className="m-0">Preparing the run.</p>
      )}
    </div>
  )
}
