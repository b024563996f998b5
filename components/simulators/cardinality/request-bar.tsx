import type { CardinalityView } from '@/lib/simulators/cardinality/view'
import { writeCount } from './write'

/** Hatched in the colour of a fault, so that it differs by more than colour. */
export const hatched = {
  backgroundImage: 'repeating-linear-gradient(45deg, var(--error) 0 2px, var(--error-wash) 2px 6px)',
}

/** Where the requests were counted: in series of their own, or in the overflow. Together always all of them. */
export function RequestBar({ view }: { view: CardinalityView }) {
  const { requests, inOverflow } = view
  const share = requests === 0 ? 0 : inOverflow / requests
  return (
    <div className="text-[14px] leading-5">
      <p className="m-0 mb-2 flex flex-wrap justify-between gap-x-4">
        <span className="font-semibold">Where the requests are counted</span>
        <span className="text-soft tabular-nums">{writeCount(requests)} in all</span>
      </p>
      <div aria-hidden="true" className="flex h-5 overflow-hidden rounded-[3px] bg-sunken">
        {requests > 0 && <span className="bg-metric" style={{ width: `${(1 - share) * 100}%` }} />}
        <span style={{ width: `${share * 100}%`, ...hatched }} />
      </div>
      <p className="m-0 mt-1 flex flex-wrap justify-between gap-x-4 text-[13px] text-soft tabular-nums">
        <span>{writeCount(requests - inOverflow)} under their own attributes</span>
        <span className={inOverflow > 0 ? 'text-error' : undefined}>
          {writeCount(inOverflow)} in <code className="font-mono text-[12px]">otel.metric.overflow</code>
        </span>
      </p>
    </div>
  )
}
