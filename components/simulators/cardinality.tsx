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
import { Reading } from './reading'
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
  const running = useSimulator(cardinality, store, { inUrl })
  const { api } = store
  const { view, params, revealed, playing, preset } = running.state
  const more = revealed && <MoreControls params={params} onChange={running.set} preset={preset} />
  return (
    <SimulatorFrame
      running={running}
      title="The series of http.server.request.duration"
      task="Say where each attribute goes, send requests, and see what is left to ask."
      heading={inUrl ? 'h2' : 'h3'}
      stepName={params.requests === '' ? 'Next 500' : 'Next request'}
      sentence={playing ? view.phase : view.sentence}
      room="min-h-[272px] @3xl:min-h-[126px]"
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
        <Reading api={api} phase={0}>
          {(now) => <SetCounts view={now.view} revealed={now.revealed} />}
        </Reading>
        <div className="grid gap-x-8 gap-y-5 @3xl:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)]">
          <SeriesGrid api={api} />
          <div className="flex min-w-0 flex-col gap-5">
            <Reading api={api} phase={0.4}>
              {(now) => <RequestBar view={now.view} />}
            </Reading>
            <Reading api={api} phase={0.6}>
              {(now) => <StatusBars view={now.view} />}
            </Reading>
          </div>
        </div>
        <Reading api={api} phase={0.7}>
          {({ view: { exemplars }, params: { tracesKept } }) => (
            <ExemplarBar exemplars={exemplars} tracesKept={tracesKept} />
          )}
        </Reading>
        <StoreControls params={params} onChange={running.set} />
        <Reading api={api} phase={0.8}>
          {(now) => <CostLine view={now.view} params={now.params} revealed={now.revealed} />}
        </Reading>
        {more}
      </div>
    </SimulatorFrame>
  )
}
