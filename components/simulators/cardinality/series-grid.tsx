import { memo } from 'react'
import type { CardinalityView } from '@/lib/simulators/cardinality/view'
import { dashOf, fitCells, pathOfCells, pathOfFirst } from './cells'
import { writeCount } from './write'

/** The places for series that one instance has, filled in the order of birth. Drawn twice: for a phone and for wide. */
export function SeriesGrid({ view, revealed }: { view: CardinalityView; revealed: boolean }) {
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
      <div className="@lg:hidden">
        <Grid view={view} width={324} height={216} described={described} />
      </div>
      <div className="hidden @lg:block">
        <Grid view={view} width={520} height={224} described={described} />
      </div>
      <ul className="m-0 mt-2 flex list-none flex-wrap gap-x-4 gap-y-1 p-0 text-[13px] leading-5 text-soft">
        <Key className="bg-metric">a series</Key>
        <Key className="bg-metric" dot>
          a series with status 500
        </Key>
        <Key className="bg-line">a free place</Key>
      </ul>
    </figure>
  )
}

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

interface GridProps {
  view: CardinalityView
  width: number
  height: number
  described: string
}

function Grid({ view, width, height, described }: GridProps) {
  const grid = fitCells(view.limit, width, height)
  const dash = dashOf(grid)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={described} className="block h-auto w-full">
      <Places limit={view.limit} width={width} height={height} />
      <path d={pathOfFirst(view.series, grid)} {...dash} className="fill-none stroke-metric" />
      <path
        d={pathOfCells(view.failedSeries, grid)}
        strokeWidth={dash.strokeWidth * 0.9}
        strokeLinecap="round"
        className="fill-none stroke-error"
      />
    </svg>
  )
}

/** The places themselves stay while the run fills them. */
const Places = memo(function Places({
  limit,
  width,
  height,
}: {
  limit: number
  width: number
  height: number
}) {
  const grid = fitCells(limit, width, height)
  return <path d={pathOfFirst(limit, grid)} {...dashOf(grid)} className="fill-none stroke-line" />
})
