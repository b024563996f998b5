import type { SliceView } from '@/lib/simulators/resource-slicer/view'

const width = 600
const height = 120

/** The counter that two instances write in turn: what should only rise falls with every second sample. */
export function MixedSeries({ mixed }: { mixed: NonNullable<SliceView['mixed']> }) {
  const { samples, increase, trueIncrease } = mixed
  const highest = Math.max(1, ...samples.map(({ value }) => value))
  const place = (atMs: number, value: number) =>
    `${(atMs / 10_000) * width},${height - 4 - (value / highest) * (height - 12)}`
  return (
    <figure className="m-0 border-t border-line pt-4">
      <figcaption className="mb-2 text-[14px] leading-5">
        <strong>One series, two writers.</strong> Reckoned {increase} requests, true {trueIncrease}.{' '}
        <span className="text-soft">
          Samples:{' '}
          {samples
            .slice(-6)
            .map(({ value }) => value)
            .join(', ') || 'none yet'}
        </span>
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className="block h-32 w-full border-b border-line-strong"
        aria-hidden="true"
      >
        <polyline
          points={samples.map(({ atMs, value }) => place(atMs, value)).join(' ')}
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
          className="fill-none stroke-metric"
        />
      </svg>
    </figure>
  )
}
