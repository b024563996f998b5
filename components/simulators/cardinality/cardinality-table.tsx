import type { CardinalityView } from '@/lib/simulators/cardinality/view'
import { writeBytes, writeCount, writeMoney } from './write'

const cell = 'border-b border-line py-2 pr-4 text-left align-top'
const count = `${cell} text-right tabular-nums`

/** The same as the scene: what each status code has and finds, then the counts. */
export function CardinalityTable({ view, revealed }: { view: CardinalityView; revealed: boolean }) {
  if (!revealed) return <p className="m-0 text-soft">The table is here once you have made your prediction.</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll-region overflow-x-auto" aria-label="Tables of the metric" tabIndex={0}>
      <div className="grid gap-8 text-[14px] leading-5 @3xl:grid-cols-2">
        <table className="w-full border-collapse">
          <caption className="pb-2 text-left font-semibold">What a query by status code finds</caption>
          <thead>
            <tr>
              <th scope="col" className={cell}>
                Status
              </th>
              <th scope="col" className={count}>
                Requests
              </th>
              <th scope="col" className={count}>
                Found
              </th>
            </tr>
          </thead>
          <tbody>
            {view.statuses.map(({ status, requests, found }) => (
              <tr key={status}>
                <th scope="row" className={cell}>
                  {status}
                </th>
                <td className={count}>{writeCount(requests)}</td>
                <td className={count}>{found === null ? 'not on the metric' : writeCount(found)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table className="w-full border-collapse">
          <caption className="pb-2 text-left font-semibold">What is counted and kept</caption>
          <tbody>
            {rowsOf(view).map(([name, value]) => (
              <tr key={name}>
                <th scope="row" className={cell}>
                  {name}
                </th>
                <td className={count}>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function rowsOf(view: CardinalityView): [string, string][] {
  const { cost, exemplars } = view
  return [
    ['Requests', writeCount(view.requests)],
    ['Requests in the overflow', writeCount(view.inOverflow)],
    ['Sets that can be', writeCount(view.possibleSets)],
    ['Sets that came', writeCount(view.seenSets)],
    ['Sets with a series', `${writeCount(view.series)} of at most ${writeCount(view.limit)}`],
    ['Memory in the SDK, without strings', writeBytes(view.sdkBytes)],
    ...(exemplars
      ? ([
          ['Exemplars that lead to a trace', writeCount(exemplars.linked)],
          ['Exemplars that lead to nothing', writeCount(exemplars.dangling)],
        ] as [string, string][])
      : []),
    ['Series in the store', writeCount(cost.inWindow)],
    ['Memory in the store', writeBytes(cost.memoryBytes)],
    ['Cost a month', writeMoney(cost.moneyPerMonth)],
  ]
}
