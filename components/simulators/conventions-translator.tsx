import { conventionsTranslator } from '@/lib/simulators/conventions-translator'
import { explainConventions, watchConventions } from '@/lib/simulators/conventions-translator/sentence'
import { BarsTable } from './conventions-translator/bars-table'
import { CountTimeline } from './conventions-translator/count-timeline'
import { EmissionControls } from './conventions-translator/emission-controls'
import { NameTranslator } from './conventions-translator/name-translator'
import { ServiceTable } from './conventions-translator/service-table'
import { SimulatorFrame } from './simulator-frame'
import type { SimulatorProps } from './simulator-props'
import { useSimulator } from './use-simulator'
import { useStoreAtOnce } from './use-store'

/** Old names and new: what a query counts while three services move, and what each name is called today. */
export function ConventionsTranslator(props: SimulatorProps) {
  const running = useSimulator(conventionsTranslator, useStoreAtOnce(conventionsTranslator, props), {
    inUrl: props.inUrl,
    everyMs: 0,
  })
  const { view, params, playing } = running.state
  return (
    <SimulatorFrame
      running={running}
      title="Old names and new"
      task="Let services write old names, new ones or both, and see what a query counts. Translate names below."
      heading={props.inUrl ? 'h2' : 'h3'}
      stepName="Next 1 s"
      sentence={playing ? watchConventions(params) : explainConventions(view, params)}
      controls={<EmissionControls params={params} view={view} set={running.set} />}
      table={
        <div className="flex flex-col gap-5">
          <ServiceTable view={view} />
          <BarsTable view={view} />
        </div>
      }
    >
      <div className="flex flex-col gap-5">
        <CountTimeline view={view} countsTwice={params.query === 'metric-sum'} />
        <ServiceTable view={view} />
        <NameTranslator
          text={params.names}
          findings={view.findings}
          onChange={(text) => running.set('names', text)}
        />
      </div>
    </SimulatorFrame>
  )
}
