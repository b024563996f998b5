import type { Look } from '@/lib/simulators/incident-drill/look'
import { pointMs } from '@/lib/simulators/incident-drill/red'
import type { IncidentDrillView } from '@/lib/simulators/incident-drill/view'
import { DrillTrace } from './drill-trace'
import { InsidePanel } from './inside-panel'
import { LogsPanel } from './logs-panel'
import { RequestsPanel } from './requests-panel'

interface Props {
  view: IncidentDrillView
  look: Look
  onOpen: (trace: number) => void
}

/** What is looked at. */
export function LookPanel({ view, look, onOpen }: Props) {
  if (view.nowMs < pointMs)
    return (
      <p className="m-0 text-[15px] leading-6 text-soft">
        Not a minute is over: there is nothing to see yet.
      </p>
    )
  switch (look.kind) {
    case 'requests':
      return <RequestsPanel view={view} service={look.service} by={look.by} onOpen={onOpen} />
    case 'inside':
      return <InsidePanel evidence={view.evidence} nowMs={view.nowMs} service={look.service} by={look.by} />
    case 'logs':
      return <LogsPanel view={view} service={look.service} onOpen={onOpen} />
    case 'trace':
      return <DrillTrace trace={view.evidence.open(look.trace)} />
  }
}
