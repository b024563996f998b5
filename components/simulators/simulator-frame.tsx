import { type ReactNode, type RefObject, useState } from 'react'
import { findPreset } from '@/lib/simulators/place'
import type { Params } from '@/lib/simulators/simulator'
import { FrameHeader } from './frame-header'
import { PendingRun } from './pending-run'
import { PredictionPanel } from './prediction-panel'
import { RunBar } from './run-bar'
import './simulators.css'
import type { RunningSimulator } from './use-simulator'

interface Props<P extends Params, V> {
  running: RunningSimulator<P, V>
  title: string
  /** What to do here, in one sentence. */
  task: string
  /** The level of its heading on the page. */
  heading: 'h2' | 'h3'
  /** What a press of Step does: “Next hop”. */
  stepName: string
  /** What just happened and why; announced when it changes. Keep it still while the run plays fast. */
  sentence: string
  /** Classes for the height of the question and the sentence: the most that they take, so that nothing below moves. */
  room?: string
  /** At most five native controls, with what they belong to. */
  controls: ReactNode
  /** The same data as the scene shows. */
  table: ReactNode
  /** The scene. */
  children: ReactNode
}

/**
 * What every simulator looks like. Its least height is the place's (see LazySimulator). What grows while it runs
 * stands last, so that nothing which is pressed moves away.
 */
export function SimulatorFrame<P extends Params, V>(props: Props<P, V>) {
  const { running, title, task, heading, stepName, sentence, controls, table, children } = props
  const { room = 'min-h-44 @3xl:min-h-27' } = props
  const { simulator, state } = running
  const [asTable, setAsTable] = useState(false)
  const preset = findPreset(simulator, state.preset)

  function guess(choice: number | null) {
    running.reveal(choice)
    running.play()
  }

  return (
    <section
      ref={running.frame as RefObject<HTMLElement>}
      // With what is staged, because a lesson may hold the same simulator several times.
      aria-label={`${title}: ${preset.title}`}
      className="simulator flex flex-1 flex-col gap-4 rounded border border-line bg-raised p-4 font-sans text-[15px] leading-6 text-ink @3xl:p-6"
    >
      <FrameHeader
        title={title}
        task={task}
        heading={heading}
        presets={simulator.presets}
        preset={state.preset}
        onPreset={running.choosePreset}
      />
      {state.notes.length > 0 && (
        <ul className="m-0 list-none p-0 text-[14px] text-soft">
          {state.notes.map((note) => (
            <li key={note} className="m-0 p-0">
              {note}
            </li>
          ))}
        </ul>
      )}
      <div className={`flex flex-col justify-center gap-1 border-y border-line py-3 ${room}`}>
        <PredictionPanel preset={preset} state={state} onGuess={guess} />
        <p aria-live="polite" className="m-0 text-[16px] leading-6">
          {state.revealed ? sentence : ''}
        </p>
      </div>
      <RunBar
        simulator={simulator}
        api={running.api}
        play={running.play}
        pause={running.pause}
        step={running.step}
        reset={running.reset}
        set={running.set}
        setSpeed={running.setSpeed}
        playing={state.playing}
        over={state.over}
        atStart={state.elapsedMs === 0}
        speed={state.speed}
        seed={state.params.seed}
        stepName={stepName}
        asTable={asTable}
        onTable={setAsTable}
      />
      {controls}
      <div className="relative flex min-w-0 flex-1 flex-col">
        <PendingRun store={running} pending={state.pending} failed={state.failed} />
        {asTable ? table : children}
      </div>
    </section>
  )
}
