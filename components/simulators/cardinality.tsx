import { cardinality } from '@/lib/simulators/cardinality'
import type { CardinalityParams } from '@/lib/simulators/cardinality/params'
import type { CardinalityView } from '@/lib/simulators/cardinality/view'
import type { SimulatorStore } from '@/lib/simulators/store'
import { CardinalityControls } from './cardinality/cardinality-controls'
import { CardinalityTable } from './cardinality/cardinality-table'
import { CostLine } from './cardinality/cost-line'
import { ExemplarBar } from './cardinality/exemplar-bar'
import { MoreControls } from './cardinality/more-controls'
import { RequestBar } from './cardinality/request-bar'
import { SeriesGrid } from './cardinality/series-grid'
import { SetCounts } from './cardinality/set-counts'
import { StatusBars } from './cardinality/status-bars'
import { StoreControls } from './cardinality/store-controls'
import { OpeningPlace } from './opening-place'
import { SimulatorFrame } from './simulator-frame'
import type { SimulatorProps } from './simulator-props'
import { useSimulator } from './use-simulator'
import { openSlices, useStore } from './use-store'

/** One metric, request by request: series as they are born, what the overflow hides, and what it all costs. */
export function Cardinality(props: SimulatorProps) {
  const { store, failed, retry } = useStore(cardinality, props, openCardinality)
  if (store === null) return <OpeningPlace failed={failed} onRetry={retry} />
  return <CardinalityOf store={store} inUrl={props.inUrl} />
}

const openCardinality = () => openSlices(cardinality)

interface Props {
  store: SimulatorStore<CardinalityParams, CardinalityView>
  inUrl: boolean | undefined
}

function CardinalityOf({ store, inUrl }: Props) {
  const running = useSimulator(cardinality, store, inUrl)
  const { view, params, revealed, playing, preset } = running.state
  const more = revealed && <MoreControls params={params} onChange={running.set} preset={preset} />
  return (
    <SimulatorFrame
      running={running}
      title="The series of http.server.request.duration"
      task="Say where each attribute goes, send requests, and see what is left to ask."
      heading={inUrl ? 'h2' : 'h3'}
      stepName="Next 500"
      sentence={playing ? view.phase : view.sentence}
      controls={<CardinalityControls params={params} onChange={running.set} />}
      table={
        <div className="flex flex-col gap-5">
          <CardinalityTable view={view} revealed={revealed} />
          <StoreControls params={params} onChange={running.set} />
          {more}
        </div>
      }
    >
      <div className="flex flex-col gap-5">
        <SetCounts view={view} revealed={revealed} />
        <div className="grid gap-x-8 gap-y-5 @3xl:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)]">
          <SeriesGrid api={store.api} view={view} revealed={revealed} />
          <div className="flex min-w-0 flex-col gap-5">
            <RequestBar view={view} />
            <StatusBars view={view} />
          </div>
        </div>
        {view.exemplars && <ExemplarBar exemplars={view.exemplars} tracesKept={params.tracesKept} />}
        <StoreControls params={params} onChange={running.set} />
        <CostLine view={view} params={params} revealed={revealed} />
        {more}
      </div>
    </SimulatorFrame>
  )
}
