import type { Emission } from '@/lib/simulators/conventions-translator/params'
import { attributeNames, metricNames } from '@/lib/simulators/conventions-translator/query'
import type { ConventionsView } from '@/lib/simulators/conventions-translator/view'

const plain = 'border-b border-line py-1.5 pr-3 align-top last:pr-0'
const cell = `${plain} text-right`
const setting: Record<Emission, string> = { old: 'not set', both: 'http/dup', new: 'http' }

/** What each service writes now, and what the query counts of it. */
export function ServiceTable({ view }: { view: ConventionsView }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll-region overflow-x-auto" aria-label="Table of the services" tabIndex={0}>
      <table className="w-full min-w-[36rem] border-collapse text-[14px] leading-5 tabular-nums">
        <caption className="sr-only">What each service writes, and what the query counts of it</caption>
        <thead>
          <tr>
            {['Service', 'OTEL_SEMCONV_STABILITY_OPT_IN', 'It writes'].map((name) => (
              <th key={name} scope="col" className={`${plain} text-left`}>
                {name}
              </th>
            ))}
            {['Requests', 'Counted'].map((name) => (
              <th key={name} scope="col" className={cell}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.services.map(({ name, emission, requests, counted }) => (
            <tr key={name}>
              <th scope="row" className={`${plain} text-left font-semibold`}>
                {name}
              </th>
              <td className={`${plain} font-mono text-[13px]`}>{setting[emission]}</td>
              <td className={`${plain} font-mono text-[13px] whitespace-nowrap`}>
                {emission !== 'new' && (
                  <span className="block text-soft">
                    {attributeNames.old}, {metricNames.old} (ms)
                  </span>
                )}
                {emission !== 'old' && (
                  <span className="block">
                    {attributeNames.new}, {metricNames.new} (s)
                  </span>
                )}
              </td>
              <td className={cell}>{requests}</td>
              <td className={cell}>{counted}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
