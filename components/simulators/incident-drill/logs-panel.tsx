import { useMemo } from 'react'
import type { ServiceName } from '@/lib/simulators/incident-drill/cause'
import { logLinesOf } from '@/lib/simulators/incident-drill/red'
import type { IncidentDrillView } from '@/lib/simulators/incident-drill/view'
import { SimulatorButton } from '../simulator-button'

interface Props {
  view: IncidentDrillView
  service: ServiceName
  onOpen: (trace: number) => void
}

const cell = 'border-b border-line py-1.5 pr-4 text-left align-middle'

/** What a service logs: each line with how often it came at first and lately, and a trace in which it did. */
export function LogsPanel({ view: { evidence, nowMs }, service, onOpen }: Props) {
  const lines = useMemo(() => logLinesOf(evidence, service, nowMs), [evidence, service, nowMs])
  if (lines.length === 0)
    return <p className="m-0 text-[15px] text-soft">{service} has logged nothing so far.</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll-region overflow-x-auto" aria-label={`Logs of ${service}`} tabIndex={0}>
      <table className="w-full border-collapse text-[14px] leading-5 tabular-nums">
        <caption className="sr-only">Lines that {service} logs</caption>
        <thead>
          <tr>
            {['Severity', 'Line', 'First two minutes', 'Last two minutes', 'Trace'].map((name) => (
              <th key={name} scope="col" className={cell}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.body}>
              <td className={cell}>
                <span className={line.severityNumber >= 17 ? 'font-semibold text-error' : 'text-log'}>
                  {line.severityNumber >= 17 && <span aria-hidden="true">× </span>}
                  {line.severityText}
                </span>
              </td>
              <th scope="row" className={`${cell} min-w-44 font-normal`}>
                {line.body}
              </th>
              <td className={cell}>{line.early}</td>
              <td className={cell}>{line.late}</td>
              <td className={cell}>
                {line.trace < 0 ? (
                  '–'
                ) : (
                  <SimulatorButton
                    className="px-2 text-[14px] font-normal"
                    aria-label={`Open the newest trace with “${line.body}”`}
                    onClick={() => onOpen(line.trace)}
                  >
                    Open
                  </SimulatorButton>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
