import { barMs, type ConventionsView, runMs } from '@/lib/simulators/conventions-translator/view'

const width = 600
const height = 120
const ticks = [0, 2, 4, 6, 8, 10, 12]
/** Requests of a bar that fill the height where each can be counted once. */
const most = 13

interface Props {
  view: ConventionsView
  /** Whether the query can count a request twice: then there is room above the outlines. */
  countsTwice: boolean
}

/** Over time what happened (outlined) and what the query counts of it (filled; above the outline where twice). */
export function CountTimeline({ view, countsTwice }: Props) {
  const step = width / (runMs / barMs)
  const y = (count: number) => (count / (countsTwice ? 2 * most : most)) * height
  return (
    <figure className="m-0">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className="block h-36 w-full border-b border-line-strong"
        aria-hidden="true"
      >
        {view.bars.map(({ fromMs, requests, counted }, index) => {
          const x = index * step + 2
          return (
            <g key={fromMs}>
              <rect
                x={x}
                y={height - y(counted)}
                width={step - 4}
                height={y(counted)}
                className="fill-metric"
              />
              <rect
                x={x}
                y={height - y(requests)}
                width={step - 4}
                height={y(requests)}
                strokeWidth={1.5}
                vectorEffect="non-scaling-stroke"
                className="fill-none stroke-ink"
              />
            </g>
          )
        })}
      </svg>
      <div aria-hidden="true" className="flex justify-between text-[13px] leading-5 text-soft tabular-nums">
        {ticks.map((seconds) => (
          <span key={seconds}>{seconds} s</span>
        ))}
      </div>
      <figcaption className="text-[14px] leading-5 text-soft">
        Requests each half second: outlined what happened, filled what the query counts.
      </figcaption>
    </figure>
  )
}
