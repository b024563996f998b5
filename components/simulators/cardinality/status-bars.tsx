import type { CardinalityView, StatusAnswer } from '@/lib/simulators/cardinality/view'
import { hatched } from './request-bar'
import { writeCount } from './write'

/** What a query by status code finds of what there really was: one bar for each code. */
export function StatusBars({ view }: { view: CardinalityView }) {
  return (
    <div className="min-w-0 text-[14px] leading-5">
      <p className="m-0 mb-2 flex flex-wrap justify-between gap-x-4">
        <span className="font-semibold">What a query by status code finds</span>
        <span className="text-soft">found of made</span>
      </p>
      <ul className="m-0 list-none p-0">
        {view.statuses.map((answer) => (
          <StatusBar key={answer.status} answer={answer} />
        ))}
      </ul>
    </div>
  )
}

function StatusBar({ answer: { status, requests, found } }: { answer: StatusAnswer }) {
  const share = requests === 0 || found === null ? 0 : found / requests
  const made = writeCount(requests)
  return (
    <li className="m-0 grid grid-cols-[36px_minmax(0,1fr)_108px] items-center gap-2 p-0 py-0.5 tabular-nums">
      <span className="font-mono text-[13px]">{status}</span>
      <span aria-hidden="true" className="flex h-4 overflow-hidden rounded-[3px] bg-sunken">
        <span className="bg-metric" style={{ width: `${share * 100}%` }} />
        {requests > 0 && <span className="flex-1" style={hatched} />}
      </span>
      <span className="text-right text-[13px] text-soft">
        {found === null ? `none of ${made}` : `${writeCount(found)} of ${made}`}
      </span>
    </li>
  )
}
