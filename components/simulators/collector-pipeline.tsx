import { useState } from 'react'
import { allBoxes, countFate } from '@/lib/simulators/collector-pipeline/find-box'
import type { PipelineParams } from '@/lib/simulators/collector-pipeline/params'
import { explainPipeline, watchPipeline } from '@/lib/simulators/collector-pipeline/sentence'
import { pipelineShape } from '@/lib/simulators/collector-pipeline/shape'
import type { PipelineView } from '@/lib/simulators/collector-pipeline/view'
import type { SimulatorStore } from '@/lib/simulators/store'
import { Lanes } from './collector-pipeline/lanes'
import { openPipelineMaker } from './collector-pipeline/make-pipeline'
import { PipelineControls } from './collector-pipeline/pipeline-controls'
import { PipelineTable } from './collector-pipeline/pipeline-table'
import { WorldLine } from './collector-pipeline/world-line'
import { OpeningPlace } from './opening-place'
import { SimulatorFrame } from './simulator-frame'
import type { SimulatorProps } from './simulator-props'
import { useSimulator } from './use-simulator'
import { useStore } from './use-store'

/** A Collector configuration, drawn and run. */
export function CollectorPipeline(props: SimulatorProps) {
  const { store, failed, retry } = useStore(pipelineShape, props, openPipelineMaker)
  if (store === null) return <OpeningPlace failed={failed} onRetry={retry} />
  return <PipelineScene store={store} inUrl={props.inUrl} />
}

/** How long a count stands still while a run plays, in simulated milliseconds: so that an eye can read it. */
const readingMs = 250

interface Props {
  store: SimulatorStore<PipelineParams, PipelineView>
  inUrl: boolean | undefined
}

function PipelineScene({ store, inUrl }: Props) {
  const running = useSimulator(pipelineShape, store, { inUrl, everyMs: readingMs })
  const { view, params, playing, revealed } = running.state
  const [chosen, setChosen] = useState<string | null>(null)
  const boxes = allBoxes(view)
  const selected = boxes.find(({ key }) => key === chosen) ?? mostTelling(boxes)
  // What is wrong with it is the answer to some questions: first the prediction.
  const shown = revealed ? view : unjudged(view)
  return (
    <SimulatorFrame
      running={running}
      title="A Collector at work"
      task="Change the configuration, send a shop’s telemetry through it, and see what each component does."
      heading={inUrl ? 'h2' : 'h3'}
      stepName="Next 2 s"
      sentence={playing ? watchPipeline(view) : explainPipeline(view)}
      controls={<PipelineControls params={params} revealed={revealed} set={running.set} />}
      table={<PipelineTable view={shown} />}
    >
      <div className="flex flex-col gap-5">
        <WorldLine view={shown} />
        <Lanes
          view={shown}
          playing={playing}
          selected={selected?.key ?? null}
          explained={revealed}
          onSelect={setChosen}
        />
      </div>
    </SimulatorFrame>
  )
}

/** Where something ended, else the first processor. */
function mostTelling(boxes: ReturnType<typeof allBoxes>) {
  const ends = (box: (typeof boxes)[number]) => countFate(box, 'lost', 'refused', 'dropped')
  const worst = [...boxes].sort((one, other) => ends(other) - ends(one))[0]
  if (worst && ends(worst) > 0) return worst
  return boxes.find(({ kind }) => kind === 'processor') ?? worst
}

function unjudged(view: PipelineView): PipelineView {
  return { ...view, stage: 'running', diagnoses: [], unused: [] }
}
