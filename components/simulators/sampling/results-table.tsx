import { costOf, heldBytes } from '@/lib/simulators/sampling/cost'
import type { Estimate } from '@/lib/simulators/sampling/estimate'
import type { SamplingParams } from '@/lib/simulators/sampling/params'
import type { SideView } from '@/lib/simulators/sampling/side'
import type { SamplingView } from '@/lib/simulators/sampling/view'
import { byteWords, percent } from '@/lib/simulators/sampling/words'

interface Row {
  name: string
  all: string
  of: (side: SideView) => string
}

const cell = 'border-b border-line py-1 pr-3 text-right align-top last:pr-0'

/** What is kept, what it costs, and what can be said of the shop from it. */
export function ResultsTable({ view, params }: { view: SamplingView; params: SamplingParams }) {
  const sides = view.b === null ? [view.a] : [view.a, view.b]
  return (
    <table className="w-full table-fixed border-collapse text-[14px] leading-5 tabular-nums">
      <caption className="sr-only">What is kept, and what it tells</caption>
      <thead>
        <tr>
          <td className="w-[34%] border-b border-line @3xl:w-[26%]" />
          {['Happened', ...(view.b === null ? ['Kept'] : ['A', 'B'])].map((name) => (
            <th key={name} scope="col" className={`${cell} font-semibold`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rowsOf(view, params).map(({ name, all, of }) => (
          <tr key={name}>
            <th scope="row" className="border-b border-line py-1 pr-3 text-left font-normal text-soft">
              {name}
            </th>
            <td className={cell}>{all}</td>
            {sides.map((side, index) => (
              <td key={index === 0 ? 'a' : 'b'} className={cell}>
                {side.refusal === null ? of(side) : '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function rowsOf({ arrived, nowMs }: SamplingView, params: SamplingParams): Row[] {
  const part = (kept: number, all: number) => (all === 0 ? '–' : `${percent(kept / all)}`)
  const cost = (spans: number) => costOf(spans, nowMs, params)
  return [
    {
      name: 'Spans',
      all: `${arrived.spans}`,
      of: (side) => `${side.keptSpans} (${part(side.keptSpans, arrived.spans)})`,
    },
    {
      name: 'Traces whole, in pieces, rootless',
      all: `${arrived.all}`,
      of: ({ whole, partial, rootless }) =>
        `${whole.error + whole.slow + whole.normal}, ${partial}, ${rootless}`,
    },
    {
      name: 'Bytes',
      all: byteWords(cost(arrived.spans).bytes),
      of: (side) => byteWords(cost(side.keptSpans).bytes),
    },
    {
      name: 'Money a month',
      all: money(cost(arrived.spans).perMonth),
      of: (side) => money(cost(side.keptSpans).perMonth),
    },
    { name: 'Error rate, as stored', all: percent(arrived.errorRate), of: (side) => estimate(side.asStored) },
    {
      name: 'Error rate, adjusted counts',
      all: percent(arrived.errorRate),
      of: (side) => (side.adjusted === null ? 'no counts' : estimate(side.adjusted)),
    },
    {
      name: 'Traces, adjusted counts',
      all: `${arrived.all}`,
      of: (side) => (side.adjusted === null ? 'no counts' : `${Math.round(side.adjusted.total)}`),
    },
    {
      name: 'Memory held, and most',
      all: '',
      of: (side) =>
        side.waits
          ? `${byteWords(heldBytes(side.heldSpans, params))}, ${byteWords(heldBytes(side.mostHeldSpans, params))}`
          : 'none',
    },
    {
      name: 'Credited to',
      all: '',
      of: (side) => side.credits.map(({ name, traces }) => `${name} ${traces}`).join(', ') || '–',
    },
  ]
}

const money = (amount: number) => `$${amount.toFixed(amount < 100 ? 2 : 0)}`

function estimate(value: Estimate | null): string {
  if (value === null) return '–'
  return `${percent(value.rate)} (${percent(value.low)} to ${percent(value.high)})`
}
