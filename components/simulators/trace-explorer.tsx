import { useState } from 'react'
import type { SimulatorStore } from '@/lib/simulators/store'
import { traceExplorer } from '@/lib/simulators/trace-explorer'
import type { HeatMark } from '@/lib/simulators/trace-explorer/heat'
import type { TraceExplorerParams } from '@/lib/simulators/trace-explorer/params'
import { explorerSentence } from '@/lib/simulators/trace-explorer/sentence'
import { stageMs, stages, type TraceExplorerView } from '@/lib/simulators/trace-explorer/view'
import { OpeningPlace } from './opening-place'
import { SimulatorFrame } from './simulator-frame'
import type { SimulatorProps } from './simulator-props'
import { TraceTable } from './trace/trace-table'
import { ExplorerControls } from './trace-explorer/explorer-controls'
import { HeatMap } from './trace-explorer/heat-map'
import { HeatTable } from './trace-explorer/heat-table'
import { JumpBar } from './trace-explorer/jump-bar'
import { SharesList } from './trace-explorer/shares-list'
import { TracePanel } from './trace-explorer/trace-panel'
import { useSimulator } from './use-simulator'
import { openSlices, useStore } from './use-store'

/** From a histogram to an exemplar, its trace, the critical path and the log that says why. */
export function TraceExplorer(props: SimulatorProps) {
  const { store, failed, retry } = useStore(traceExplorer, props, openExplorer)
  if (store === null) return <OpeningPlace failed={failed} onRetry={retry} />
  return <TraceExplorerOf store={store} inUrl={props.inUrl} />
}

const openExplorer = () => openSlices(traceExplorer)

interface Props {
  store: SimulatorStore<TraceExplorerParams, TraceExplorerView>
  inUrl: boolean | undefined
}

function TraceExplorerOf({ store, inUrl }: Props) {
  const running = useSimulator(traceExplorer, store, {
    inUrl,
    everyMs: 0,
  })
  const { view, params, revealed, playing } = running.state
  // A choice counts for the run that it was made in; a span, for the stage and the spans that there are.
  const [mark, setMark] = useState<HeatMark | null>(null)
  const [row, setRow] = useState<{ at: number; of: string } | null>(null)
  const chosen = mark !== null && view.heat.marks.includes(mark) ? mark : view.staged.mark
  const opened = view.open(chosen)
  const place = `${chosen.traceId} ${opened.trace?.rows.length} ${view.stage}`
  const selected = row?.of === place ? row.at : defaultRow(view, opened)

  function choose(next: HeatMark) {
    setMark(next)
    const toTrace = stages.indexOf('trace') * stageMs
    if (running.state.elapsedMs < toTrace) running.seek(toTrace)
    else running.pause()
  }

  function select(at: number) {
    running.pause()
    setRow({ at, of: place })
  }

  return (
    <SimulatorFrame
      running={running}
      title="From a number to its cause"
      task="Choose an exemplar, open its trace, and walk its spans with the arrow keys."
      heading={inUrl ? 'h2' : 'h3'}
      stepName="Next jump"
      sentence={explorerSentence(view, opened, params)}
      controls={
        <div className="flex flex-col gap-4">
          <ExplorerControls params={params} set={running.set} />
          <JumpBar stage={view.stage} disabled={!revealed} onJump={running.seek} />
        </div>
      }
      table={
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="scroll-region overflow-x-auto" aria-label="Tables of the request" tabIndex={0}>
          {revealed && opened.trace !== null && stages.indexOf(view.stage) >= 2 && (
            <TraceTable trace={opened.trace} />
          )}
          <HeatTable heat={view.heat} />
        </section>
      }
    >
      <div className="flex grow flex-col gap-5">
        <div className="grid gap-x-8 gap-y-4 @3xl:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
          <HeatMap
            heat={view.heat}
            chosen={revealed && view.stage !== 'histogram' ? chosen : null}
            disabled={!revealed}
            onChoose={choose}
          />
          {revealed && opened.trace !== null && ['path', 'log'].includes(view.stage) && (
            <SharesList trace={opened.trace} onSelect={select} />
          )}
        </div>
        <TracePanel
          view={view}
          opened={opened}
          moving={playing && !running.reducedMotion}
          selected={selected}
          onSelect={select}
        />
      </div>
    </SimulatorFrame>
  )
}

/** The span that the stage speaks of. */
function defaultRow({ stage }: TraceExplorerView, opened: TraceExplorerView['staged']): number {
  if (stage === 'path') return Math.max(opened.culprit, 0)
  if (stage === 'log') return opened.log?.row ?? Math.max(opened.culprit, 0)
  return 0
}
