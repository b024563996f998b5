import { useMemo } from 'react'
import { causeWords } from '@/lib/simulators/incident-drill/cause'
import { type DebriefStep, debriefOf } from '@/lib/simulators/incident-drill/debrief'
import { type Look, lookKey, lookNote } from '@/lib/simulators/incident-drill/look'
import { changedServices } from '@/lib/simulators/incident-drill/signature'
import type { IncidentDrillView } from '@/lib/simulators/incident-drill/view'
import { shortId } from '@/lib/simulators/trace/words'
import { SimulatorButton } from '../simulator-button'
import type { useDesk } from './use-desk'

interface Props {
  view: IncidentDrillView
  desk: ReturnType<typeof useDesk>
  onLook: (look: Look) => void
}

/** The shortest way from the alert to the cause, what each look told, and what only looked like a cause. */
export function Debrief({ view, desk, onLook }: Props) {
  const { incident, evidence, alert } = view
  const told = useMemo(
    () => (alert === null ? null : debriefOf(incident, evidence, alert)),
    [incident, evidence, alert],
  )
  const changed = useMemo(() => changedServices(evidence, incident.onsetMs), [evidence, incident])
  if (told === null) return null
  const { looks } = desk.desk
  return (
    <section
      aria-label="The way from the alert to the cause"
      className="flex flex-col gap-4 border-t border-line pt-4 text-[15px] leading-6"
    >
      <p className="m-0 text-[17px] font-semibold">
        {incident.service}: {causeWords[incident.cause].toLowerCase()}
        {incident.shownBy !== null && ` (${incident.shownBy.key} ${incident.shownBy.value})`}.
      </p>
      <Steps title="The shortest way" steps={told.steps} isOrdered onLook={onLook} />
      <Steps title="What only looked like it" steps={told.decoys} isOrdered={false} onLook={onLook} />
      <details>
        <summary className="font-semibold">
          Your looks: {looks.length}
          {desk.desk.hints > 0 && `, hints: ${desk.desk.hints}`}
        </summary>
        <ol className="m-0 mt-2 pl-6">
          {looks.map((look) => (
            <li key={lookKey(look)} className="m-0 p-0">
              <span className="font-semibold">{lookWords(look, view)}:</span>{' '}
              {lookNote(look, incident, changed, desk.servicesOf(look))}
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}

interface StepsProps {
  title: string
  steps: readonly DebriefStep[]
  isOrdered: boolean
  onLook: (look: Look) => void
}

function Steps({ title, steps, isOrdered, onLook }: StepsProps) {
  const List = isOrdered ? 'ol' : 'ul'
  return (
    <div>
      <p className="m-0 mb-1 font-semibold">{title}</p>
      <List className="m-0 flex list-none flex-col gap-2 p-0">
        {steps.map(({ look, text }, at) => (
          <li key={text} className="m-0 grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-start gap-2 p-0">
            <span aria-hidden="true" className="text-soft tabular-nums">
              {isOrdered ? at + 1 : '–'}
            </span>
            <span>{text}</span>
            {look !== null && (
              <SimulatorButton
                className="min-h-8 px-2 text-[14px] font-normal"
                aria-label={`Look at it: ${lookName(look)}`}
                onClick={() => onLook(look)}
              >
                Look
              </SimulatorButton>
            )}
          </li>
        ))}
      </List>
    </div>
  )
}

const kindWords = { requests: 'Requests of', inside: 'Inside', logs: 'Logs of' }

function lookName(look: Look): string {
  if (look.kind === 'trace') return 'the trace'
  const by = look.kind !== 'logs' && look.by !== null ? ` by ${look.by}` : ''
  return `${kindWords[look.kind]} ${look.service}${by}`
}

function lookWords(look: Look, { evidence }: IncidentDrillView): string {
  return look.kind === 'trace' ? `Trace ${shortId(evidence.open(look.trace).traceId)}` : lookName(look)
}
