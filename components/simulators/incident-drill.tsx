import { useMemo, useRef } from 'react'
import { incidentDrill } from '@/lib/simulators/incident-drill'
import { hintsOf } from '@/lib/simulators/incident-drill/debrief'
import type { Look } from '@/lib/simulators/incident-drill/look'
import type { IncidentDrillParams } from '@/lib/simulators/incident-drill/params'
import { drillSentence } from '@/lib/simulators/incident-drill/sentence'
import type { IncidentDrillView } from '@/lib/simulators/incident-drill/view'
import type { SimulatorStore } from '@/lib/simulators/store'
import { Debrief } from './incident-drill/debrief'
import { DiagnosisForm } from './incident-drill/diagnosis-form'
import { LookBar } from './incident-drill/look-bar'
import { LookPanel } from './incident-drill/look-panel'
import { Objectives } from './incident-drill/objectives'
import { ServicesTable } from './incident-drill/services-table'
import { useDesk } from './incident-drill/use-desk'
import { OpeningPlace } from './opening-place'
import { SimulatorFrame } from './simulator-frame'
import type { SimulatorProps } from './simulator-props'
import { useSimulator } from './use-simulator'
import { openSlices, useStore } from './use-store'

/** An alert fires on a generated system: its metrics, traces and logs are at hand, and the cause is to be named. */
export function IncidentDrill(props: SimulatorProps) {
  const { store, failed, retry } = useStore(incidentDrill, props, openDrill)
  if (store === null) return <OpeningPlace failed={failed} onRetry={retry} />
  return <IncidentDrillOf store={store} inUrl={props.inUrl} />
}

const openDrill = () => openSlices(incidentDrill)

interface Props {
  store: SimulatorStore<IncidentDrillParams, IncidentDrillView>
  inUrl: boolean | undefined
}

function IncidentDrillOf({ store, inUrl }: Props) {
  const running = useSimulator(incidentDrill, store, { inUrl, everyMs: 0 })
  const { view, revealed, over } = running.state
  const desk = useDesk(view)
  const panel = useRef<HTMLDivElement>(null)
  const { look, looks, hints, isTold, diagnosis, verdict } = desk.desk
  const trace = looks.findLast((each) => each.kind === 'trace')?.trace ?? null
  // The evidence of the whole run: hints and debrief speak of nothing that has not happened yet.
  const isOpen = revealed && view.alert !== null && over
  const allHints = useMemo(
    () => (isOpen && hints > 0 ? hintsOf(view.incident, view.evidence) : []),
    [isOpen, hints, view.incident, view.evidence],
  )

  /** From a debrief below: the panel comes into view, and the focus with it. */
  function goAndLook(next: Look) {
    desk.look(next)
    panel.current?.focus()
  }

  return (
    <SimulatorFrame
      running={running}
      title="An alert, and its cause"
      task="Let the system run until an alert fires. Look at its telemetry, then name the cause."
      heading={inUrl ? 'h2' : 'h3'}
      stepName="Next minute"
      sentence={drillSentence(view, over)}
      controls={<Objectives view={view} />}
      table={
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="scroll-region overflow-x-auto" aria-label="Tables of the system" tabIndex={0}>
          <ServicesTable view={view} />
        </section>
      }
    >
      <div className="flex flex-col gap-4">
        <LookBar look={look} service={desk.service} trace={trace} disabled={!revealed} onLook={desk.look} />
        {/* biome-ignore lint/a11y/useSemanticElements: it takes the focus when a look is chosen from afar */}
        <div
          ref={panel}
          tabIndex={-1}
          role="group"
          aria-label="Telemetry"
          className="min-h-72 outline-offset-8"
        >
          <LookPanel view={view} look={look} onOpen={(at) => desk.look({ kind: 'trace', trace: at })} />
        </div>
        <DiagnosisForm
          diagnosis={diagnosis}
          verdict={verdict}
          hints={allHints.slice(0, hints)}
          canHint={hints < 3}
          isTold={isTold}
          waitsFor={
            isOpen
              ? null
              : view.alert === null
                ? 'Once an alert has fired.'
                : 'When the ten minutes are over.'
          }
          onChoose={desk.choose}
          onName={desk.name}
          onHint={desk.hint}
          onTell={desk.tell}
        />
        {isOpen && isTold && <Debrief view={view} desk={desk} onLook={goAndLook} />}
      </div>
    </SimulatorFrame>
  )
}
