import type { CardinalityView } from '@/lib/simulators/cardinality/view'
import { hatched } from './request-bar'
import { writeCount, writeShare } from './write'

interface Props {
  /** Null where none are made. */
  exemplars: CardinalityView['exemplars']
  tracesKept: number
}

/** How many exemplars still lead to a trace, and how many dangle. */
export function ExemplarBar({ exemplars, tracesKept }: Props) {
  const { linked, dangling } = exemplars ?? { linked: 0, dangling: 0 }
  const all = linked + dangling
  return (
    <div className="text-[14px] leading-5">
      <p className="m-0 mb-2 flex flex-wrap justify-between gap-x-4">
        <span className="font-semibold">Where the exemplars lead</span>
        <span className="text-soft tabular-nums">
          {exemplars === null ? 'none are made' : `tail sampling keeps ${writeShare(tracesKept)}`}
        </span>
      </p>
      <div aria-hidden="true" className="flex h-5 overflow-hidden rounded-[3px] bg-sunken">
        <span className="bg-trace" style={{ width: `${all === 0 ? 0 : (linked / all) * 100}%` }} />
        <span style={{ width: `${all === 0 ? 0 : (dangling / all) * 100}%`, ...hatched }} />
      </div>
      <p className="m-0 mt-1 flex flex-wrap justify-between gap-x-4 text-[13px] text-soft tabular-nums">
        <span>{writeCount(linked)} to a trace</span>
        <span className={dangling > 0 ? 'text-error' : undefined}>{writeCount(dangling)} to nothing</span>
      </p>
    </div>
  )
}
