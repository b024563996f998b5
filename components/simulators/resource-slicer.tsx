import { resourceSlicer } from '@/lib/simulators/resource-slicer'
import { queryText } from '@/lib/simulators/resource-slicer/query-text'
import { explainSlices, watchSlices } from '@/lib/simulators/resource-slicer/sentence'
import { MixedSeries } from './resource-slicer/mixed-series'
import { SliceBars } from './resource-slicer/slice-bars'
import { SliceControls } from './resource-slicer/slice-controls'
import { SliceTable } from './resource-slicer/slice-table'
import { SimulatorFrame } from './simulator-frame'
import type { SimulatorProps } from './simulator-props'
import { useSimulator } from './use-simulator'
import { useStoreAtOnce } from './use-store'

/** Requests of twelve instances, grouped by what their resources say. */
export function ResourceSlicer(props: SimulatorProps) {
  const running = useSimulator(resourceSlicer, useStoreAtOnce(resourceSlicer, props), {
    inUrl: props.inUrl,
    everyMs: 0,
  })
  const { view, params, playing, revealed } = running.state
  const { answer, mixed } = view
  return (
    <SimulatorFrame
      running={running}
      title="Who produced this?"
      task="Group and filter requests by resource attributes, and find out where the errors come from."
      heading={props.inUrl ? 'h2' : 'h3'}
      stepName="Next 1 s"
      sentence={playing ? watchSlices(params) : explainSlices(view, params)}
      controls={<SliceControls params={params} set={running.set} />}
      table={<SliceTable view={view} params={params} />}
    >
      <div className="flex flex-col gap-5">
        <p className="m-0 rounded bg-sunken px-3 py-2 font-mono text-[13px] leading-5 break-words">
          {queryText(params)}
        </p>
        {answer.ok ? (
          <SliceBars slices={answer.slices} />
        ) : (
          revealed && <p className="m-0 text-[15px] leading-6 break-words text-error">× {answer.message}</p>
        )}
        {mixed && revealed && <MixedSeries mixed={mixed} />}
      </div>
    </SimulatorFrame>
  )
}
