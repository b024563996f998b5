import { useState } from 'react'
import { propagation } from '@/lib/simulators/propagation'
import { type StationId, stationIds } from '@/lib/simulators/propagation/station'
import { HopControls } from './propagation/hop-controls'
import { HopDetail } from './propagation/hop-detail'
import { HopTable } from './propagation/hop-table'
import { RouteMap } from './propagation/route-map'
import { TraceForest } from './propagation/trace-forest'
import { SimulatorFrame } from './simulator-frame'
import type { SimulatorProps } from './simulator-props'
import { useSimulator } from './use-simulator'
import { useStoreAtOnce } from './use-store'

/** One request through five services: the headers of every hop, and the trace that comes of them. */
export function Propagation(props: SimulatorProps) {
  const running = useSimulator(propagation, useStoreAtOnce(propagation, props), {
    inUrl: props.inUrl,
  })
  const { view, params, revealed, playing } = running.state
  // A stop that was chosen counts until the request moves on.
  const [chosen, setChosen] = useState<{ id: StationId; reached: number } | null>(null)
  const isChosen = chosen !== null && !playing && chosen.reached === view.reached
  const selected = isChosen ? chosen.id : stationIds[view.reached]!
  const hop = view.hops.find(({ station }) => station === selected)!
  const outcome = isChosen ? null : view.outcome

  function select(id: StationId) {
    const index = stationIds.indexOf(id)
    if (index > view.reached) running.seek(index * propagation.stepMs)
    else running.pause()
    setChosen({ id, reached: Math.max(index, view.reached) })
  }

  return (
    <SimulatorFrame
      running={running}
      title="A checkout and its context"
      task="Choose a stop, change what it does there, and watch the headers and the trace."
      heading={props.inUrl ? 'h2' : 'h3'}
      stepName="Next hop"
      sentence={outcome === null ? hop.sentence : `${outcome} ${hop.sentence}`}
      room="min-h-[276px] @3xl:min-h-[126px]"
      controls={
        <>
          <RouteMap api={running.api} view={view} revealed={revealed} selected={selected} onSelect={select} />
          <div className="min-h-[344px] @3xl:min-h-[228px]">
            {revealed && <HopControls station={selected} params={params} onChange={running.set} />}
          </div>
        </>
      }
      table={<HopTable view={view} revealed={revealed} />}
    >
      <div className="grid gap-6 border-t border-line pt-4 @3xl:grid-cols-2">
        <HopDetail hop={hop} revealed={revealed} />
        <div className="min-w-0">
          <p className="m-0 mb-2 text-[14px] leading-5 font-semibold">What the backend has</p>
          <TraceForest traces={revealed ? view.traces : []} />
        </div>
      </div>
    </SimulatorFrame>
  )
}
