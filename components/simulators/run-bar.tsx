import { memo, useState } from 'react'
import type { Params, SimulatorShape } from '@/lib/simulators/simulator'
import type { SimulatorStore } from '@/lib/simulators/store'
import { writeUrlState } from '@/lib/simulators/url-state'
import { SimulatorButton } from './simulator-button'

const speeds = [0.5, 1, 2, 4]
const small = 'h-10 rounded border border-line-strong bg-raised px-2 text-[15px] text-ink'

interface Props<P extends Params, V>
  extends Pick<SimulatorStore<P, V>, 'api' | 'play' | 'pause' | 'step' | 'reset' | 'set' | 'setSpeed'> {
  simulator: SimulatorShape<P, V>
  playing: boolean
  over: boolean
  atStart: boolean
  speed: number
  seed: number
  /** What a press of Step does: “Next hop”. */
  stepName: string
  asTable: boolean
  onTable: (asTable: boolean) => void
}

/** The row of every simulator: play, step, reset, speed, seed, share, as a table. */
export const RunBar = memo(RunBarRow) as typeof RunBarRow

function RunBarRow<P extends Params, V>(props: Props<P, V>) {
  const { simulator, api, playing, over, stepName, asTable, onTable } = props
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
      <SimulatorButton tone="accent" onClick={playing ? props.pause : props.play} className="w-20">
        {playing ? 'Pause' : over ? 'Again' : 'Play'}
      </SimulatorButton>
      <SimulatorButton onClick={props.step} disabled={over}>
        {stepName}
      </SimulatorButton>
      <SimulatorButton onClick={props.reset} disabled={props.atStart}>
        Reset
      </SimulatorButton>
      <label className="flex items-center gap-2 text-[14px] text-soft">
        Speed
        <select
          className={small}
          value={props.speed}
          onChange={(event) => props.setSpeed(Number(event.target.value))}
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
          value={props.seed}
          onChange={(event) => props.set('seed', event.target.valueAsNumber as P['seed'])}
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
