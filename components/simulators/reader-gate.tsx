import { type ReactNode, useEffect, useState } from 'react'
import { SimulatorButton } from './simulator-button'

interface Props {
  /** Whether the reader is needed and not there yet, when the simulator opens. */
  waits: boolean
  load: () => Promise<void>
  children: ReactNode
}

/** A simulator that cannot begin before the reader of configurations has been fetched. */
export function ReaderGate({ waits, load, children }: Props) {
  const [ready, setReady] = useState(!waits)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (ready || failed) return
    load().then(
      () => setReady(true),
      () => setFailed(true),
    )
  }, [ready, failed, load])
  if (ready) return children
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-3 rounded border border-line bg-sunken p-6 text-[15px] text-soft">
      {failed ? (
        <>
          <p className="m-0">The reader of configurations could not be fetched.</p>
          <SimulatorButton onClick={() => setFailed(false)}>Try again</SimulatorButton>
        </>
      ) : (
        <p className="m-0">Fetching the reader of configurations.</p>
      )}
    </div>
  )
}
