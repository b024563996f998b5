import { memo } from 'react'
import type { CardinalityView } from '@/lib/simulators/cardinality/view'
import { Reading } from '../reading'
import { type CardinalityApi, SeriesCanvas } from './series-canvas'
import { writeCount } from './write'

/** The places for series that one instance has, filled in the order of birth. */
export const SeriesGrid = memo(function SeriesGrid({ api }: { api: CardinalityApi }) {
  return (
    <figure className="m-0 min-w-0">
      <Reading api={api} phase={0.2}>
        {({ view, revealed }) => <Caption view={view} revealed={revealed} />}
      </Reading>
      <SeriesCanvas api={api} />
      <Keys />
    </figure>
  )
})

function Caption({ view, revealed }: { view: CardinalityView; revealed: boolean }) {
  const { series, limit, failedSeries, inOverflow } = view
  return (
    <figcaption className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 text-[14px] leading-5">
      <span className="font-semibold">Series in one instance</span>
      <span className="text-soft tabular-nums">
        {writeCount(revealed ? series : 0)} of {writeCount(limit)}
        <span className="sr-only">
          {` places for series are filled, ${writeCount(failedSeries.length)} of them with failed requests.`}
          {inOverflow > 0 && ' The overflow has begun.'}
        </span>
      </span>
    </figcaption>
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
