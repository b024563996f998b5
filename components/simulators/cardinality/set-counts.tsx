import type { CardinalityView } from '@/lib/simulators/cardinality/view'
import { writeCount } from './write'

/** The sets that can be, that came, and that have a series: three numbers that are often taken for one. */
export function SetCounts({ view, revealed }: { view: CardinalityView; revealed: boolean }) {
  const counts = [
    ['Sets that can be', writeCount(view.possibleSets)],
    ['Sets that came', revealed ? writeCount(view.seenSets) : '–'],
    ['Sets with a series', revealed ? writeCount(view.series) : '–'],
    ['Limit', writeCount(view.limit)],
  ] as const
  return (
    <dl className="m-0 grid grid-cols-2 gap-x-4 gap-y-2 @2xl:grid-cols-4">
      {counts.map(([name, value]) => (
        <div key={name} className="min-w-0">
          <dt className="text-[13px] leading-5 text-soft">{name}</dt>
          <dd className="m-0 text-[19px] leading-6 font-[650] tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
