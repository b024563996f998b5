import { memo } from 'react'
import type { CardinalityView } from '@/lib/simulators/cardinality/view'
import { type CardinalityApi, SeriesCanvas } from './series-canvas'
import { writeCount } from './write'

interface Props {
  api: CardinalityApi
  view: CardinalityView
  revealed: boolean
}

/** The places for series that one instance has, filled in the order of birth. */
export function SeriesGrid({ api, view, revealed }: Props) {
  const { series, limit, inOverflow } = view
  const described = `${writeCount(series)} of ${writeCount(limit)} places for series are filled, ${writeCount(view.failedSeries.length)} of them with failed requests.${inOverflow > 0 ? ' The overflow has begun.' : ''}`
  return (
    <figure className="m-0 min-w-0">
      <figcaption className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 text-[14px] leading-5">
        <span className="font-semibold">Series in one instance</span>
        <span className="text-soft tabular-nums">
          {writeCount(revealed ? series : 0)} of {writeCount(limit)}
        </span>
      </figcaption>
      <div role="img" aria-label={described}>
        <SeriesCanvas api={api} />
      </div>
      <Keys />
    </figure>
  )
}

const Keys = memo(function Keys() {
  return (
    <ul className="m-0 mt-2 flex list-none flex-wrap gap-x-4 gap-y-1 p-0 text-[13px] leading-5 text-soft">
      <Key className="bg-metric">a series</Key>
      <Key className="bg-metric" dot>
        a series with status 500
      </Key>
      <Key className="bg-line">a free place</Key>
    </ul>
  )
})

function Key({ className, dot, children }: { className: string; dot?: boolean; children: string }) {
  return (
    <li className="m-0 flex items-center gap-1.5 p-0">
      <span aria-hidden="true" className={`grid size-3 ${className}`}>
        {dot && <span className="m-px rounded-full bg-error" />}
      </span>
      {children}
    </li>
  )
}
