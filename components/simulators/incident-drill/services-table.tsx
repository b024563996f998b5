import { serviceNames } from '@/lib/simulators/incident-drill/cause'
import { measure } from '@/lib/simulators/incident-drill/measures'
import { objectiveWords } from '@/lib/simulators/incident-drill/sentence'
import type { IncidentDrillView } from '@/lib/simulators/incident-drill/view'
import { clockWords, shareWords } from '@/lib/simulators/incident-drill/words'
import { durationWords } from '@/lib/simulators/trace/words'

const cell = 'border-b border-line py-1.5 pr-4 text-left align-top'
const earlyMs = 180_000
const lateMs = 120_000

/** The objectives and all services as tables: what the dashboards draw, early and lately. */
export function ServicesTable({ view: { evidence, nowMs, objectives, alert } }: { view: IncidentDrillView }) {
  const early = { fromMs: 0, toMs: Math.min(earlyMs, nowMs) }
  const late = { fromMs: Math.max(0, nowMs - lateMs), toMs: nowMs }
  return (
    <>
      <table className="mb-6 w-full min-w-[36rem] border-collapse text-[14px] leading-5 tabular-nums">
        <caption className="sr-only">Objectives</caption>
        <thead>
          <tr>
            {['Objective', 'In the last minute', 'Allowed', 'Alert'].map((name) => (
              <th key={name} scope="col" className={cell}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {objectives.map(({ rule, shares }) => (
            <tr key={`${rule.objective} ${rule.of}`}>
              <th scope="row" className={`${cell} font-normal`}>
                {objectiveWords(rule)}
              </th>
              <td className={cell}>{shares.length === 0 ? '–' : shareWords(shares.at(-1) ?? 0)}</td>
              <td className={cell}>{shareWords(rule.from)}</td>
              <td className={cell}>{alert?.rule === rule ? `fired at ${clockWords(alert.atMs)}` : 'none'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="w-full min-w-[44rem] border-collapse text-[14px] leading-5 tabular-nums">
        <caption className="sr-only">Services, in the first three minutes and in the last two</caption>
        <thead>
          <tr>
            {[
              'Service',
              'Requests a minute',
              'Failed at first',
              'Failed now',
              '95 % within, at first',
              '95 % within, now',
            ].map((name) => (
              <th key={name} scope="col" className={cell}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {serviceNames.map((service) => {
            const [was, is] = [measure(evidence, service, early), measure(evidence, service, late)]
            const minutes = (late.toMs - late.fromMs) / 60_000
            return (
              <tr key={service}>
                <th scope="row" className={`${cell} font-semibold`}>
                  {service}
                </th>
                <td className={cell}>{minutes === 0 ? '–' : Math.round(is.requests / minutes)}</td>
                <td className={cell}>{was.requests === 0 ? '–' : shareWords(was.failedShare)}</td>
                <td className={cell}>{is.requests === 0 ? '–' : shareWords(is.failedShare)}</td>
                <td className={cell}>{was.p95Ms === null ? '–' : durationWords(was.p95Ms)}</td>
                <td className={cell}>{is.p95Ms === null ? '–' : durationWords(is.p95Ms)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
