import type { Header } from '@/lib/engine/propagation/header'
import { stations } from '@/lib/simulators/propagation/station'
import type { PropagationView } from '@/lib/simulators/propagation/view'
import { fateWords } from './fate-words'

const cell = 'border-b border-line py-2 pr-4 text-left align-top'
const write = (headers: readonly Header[]) =>
  headers.length === 0 ? 'none' : headers.map(([name, value]) => `${name}: ${value}`).join('\n')

/** The stops that the request has reached, as a table. */
export function HopTable({ view, revealed }: { view: PropagationView; revealed: boolean }) {
  const reached = view.hops.slice(0, revealed ? view.reached + 1 : 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll-region overflow-x-auto" aria-label="Table of the stops" tabIndex={0}>
      <table className="w-full min-w-[52rem] border-collapse text-[14px] leading-5">
        <caption className="sr-only">The stops that the request has reached</caption>
        <thead>
          <tr>
            {['Stop', 'Headers in', 'Trace', 'Spans', 'Headers out'].map((name) => (
              <th key={name} scope="col" className={cell}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reached.map((hop) => (
            <tr key={hop.station}>
              <th scope="row" className={`${cell} font-semibold text-ink`}>
                {stations[hop.station].name}
              </th>
              <td className={`${cell} max-w-60 font-mono text-[13px] break-all whitespace-pre-wrap`}>
                {write(hop.incoming)}
              </td>
              <td className={cell}>{fateWords[hop.fate]}</td>
              <td className={`${cell} whitespace-pre-wrap`}>
                {hop.spans
                  .map(({ kind, spanId, parentSpanId, link }) => {
                    const linked = link === null ? '' : `, link to ${link.spanId}`
                    return `${kind} ${spanId}, parent ${parentSpanId ?? 'none'}${linked}`
                  })
                  .join('\n') || 'none'}
              </td>
              <td className={`${cell} max-w-60 font-mono text-[13px] break-all whitespace-pre-wrap`}>
                {hop.sent.map(({ to, headers }) => `to ${stations[to].name}\n${write(headers)}`).join('\n') ||
                  '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
