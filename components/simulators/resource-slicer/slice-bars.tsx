import { percent, sliceName } from '@/lib/simulators/resource-slicer/sentence'
import type { Slice } from '@/lib/simulators/resource-slicer/slice'

/** A row for each group: as long as its requests, and crossed as far as they failed. */
export function SliceBars({ slices }: { slices: readonly Slice[] }) {
  const most = Math.max(1, ...slices.map(({ requests }) => requests))
  return (
    <ul className="m-0 flex list-none flex-col gap-3 p-0">
      {slices.map((slice) => {
        const { requests, errors } = slice
        return (
          <li
            key={sliceName(slice)}
            className="m-0 grid gap-x-4 gap-y-1 p-0 @3xl:grid-cols-[16rem_1fr_11rem] @3xl:items-center"
          >
            <span className="min-w-0 font-mono text-[13px] leading-5 break-words">{sliceName(slice)}</span>
            <Bar whole={requests / most} failed={errors / most} />
            <span className="text-[14px] leading-5 text-soft tabular-nums">
              {requests} requests, {errors} failed:{' '}
              <strong className="text-ink">{percent(requests === 0 ? 0 : errors / requests)}</strong>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Bar({ whole, failed }: { whole: number; failed: number }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none" className="h-5 w-full">
      <rect width={100 * whole} height={10} className="fill-metric" />
      <rect width={100 * failed} height={10} className="fill-error" />
      {/* Crosses, so that nobody needs the colour. */}
      <path
        d={Array.from({ length: Math.floor((100 * failed) / 1.5) }, (_, index) => {
          const x = index * 1.5 + 0.25
          return `M${x} 2 L${x + 1} 8 M${x} 8 L${x + 1} 2`
        }).join(' ')}
        strokeWidth={1.25}
        vectorEffect="non-scaling-stroke"
        className="fill-none stroke-paper"
      />
    </svg>
  )
}
