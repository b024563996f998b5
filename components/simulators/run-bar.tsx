import { useState } from 'react'
import type { Params } from '@/lib/simulators/simulator'
import { writeUrlState } from '@/lib/simulators/url-state'
import { SimulatorButton } from './simulator-button'
import type { RunningSimulator } from './use-simulator'

const speeds = [0.5, 1, 2, 4]
const small = 'h-10 rounded border border-line-strong bg-raised px-2 text-[15px] text-ink'

interface Props<P extends Params, V> {
  running: RunningSimulator<P, V>
  /** What a press of Step does: “Next hop”. */
  stepName: string
  asTable: boolean
  onTable: (asTable: boolean) => void
}

/** The row under every simulator: play, step, reset, speed, seed, share, as a table. */
export function RunBar<P extends Params, V>({ running, stepName, asTable, onTable }: Props<P, V>) {
  const { simulator, state, api } = running
  const [shared, setShared] = useState<string | null>(null)

  async function share() {
    const search = writeUrlState(simulator, api.getState())
    const url = `${location.origin}/play/${simulator.name}${search && `?${search}`}`
    try {
      await navigator.clipboard.writeText(url)
      setShared('Link copied.')
    } catch {
      // Without a clipboard (no permission, no HTTPS) the address itself is shown to be copied by hand.
      setShared(url)
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      <SimulatorButton tone="accent" onClick={state.playing ? running.pause : running.play} className="w-20">
        {state.playing ? 'Pause' : state.over ? 'Again' : 'Play'}
      </SimulatorButton>
      <SimulatorButton onClick={running.step} disabled={state.over}>
        {stepName}
      </SimulatorButton>
      <SimulatorButton onClick={running.reset} disabled={state.elapsedMs === 0}>
        Reset
      </SimulatorButton>
      <label className="flex items-center gap-2 text-[14px] text-soft">
        Speed
        <select
          className={small}
          value={state.speed}
          onChange={(event) => running.setSpeed(Number(event.target.value))}
        >
          {speeds.map((speed) => (
            <option key={speed} value={speed}>
              {speed} ×
            </option>
          ))}
        </select>
      </label>
      <label className="flex items-center gap-2 text-[14px] text-soft">
        Seed
        <input
          type="number"
          className={`${small} w-18 tabular-nums`}
          min={0}
          max={9999}
          step={1}
          value={state.params.seed}
          onChange={(event) => running.set('seed', event.target.valueAsNumber as P['seed'])}
        />
      </label>
      <SimulatorButton onClick={share}>Share</SimulatorButton>
      <label className="flex min-h-10 items-center gap-2 text-[15px] text-ink">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={asTable}
          onChange={(event) => onTable(event.target.checked)}
        />
        As a table
      </label>
      <span role="status" className="min-w-0 text-[14px] break-all text-soft">
        {shared}
      </span>
    </div>
  )
}
