import { Label } from '@/components/figures/label'
import type { Retention } from '@/lib/review/statistics/retention'
import { percent } from '@/lib/review/statistics/words'

export interface IntervalRow extends Retention {
  name: string
}

interface Props {
  rows: readonly IntervalRow[]
  /** 0..1; a dashed line. */
  target: number
  width: number
}

const ROW = 34

/** How high the drawing of so many rows is. */
export function intervalHeight(rows: number): number {
  return 30 + rows * ROW + 8
}

/** Shares as points with their intervals, one below the other, beside a target. */
export function Intervals({ rows, target, width }: Props) {
  // From 50 %: below that a few more per cent do not matter. What reaches further is cut at the edge.
  const [least, left, right] = [0.5, 124, width - 20]
  const x = (share: number) => left + ((Math.max(least, share) - least) / (1 - least)) * (right - left)
  const bottom = intervalHeight(rows.length) - 8
  return (
    <>
      {[0.5, 0.6, 0.7, 0.8, 0.9, 1].map((share) => (
        <g key={share}>
          <line x1={x(share)} x2={x(share)} y1={24} y2={bottom} className="stroke-line" />
          <Label x={x(share)} y={16} text={percent(share)} size={12} tone="soft" anchor="middle" />
        </g>
      ))}
      <line
        x1={x(target)}
        x2={x(target)}
        y1={24}
        y2={bottom}
        strokeWidth={1.5}
        strokeDasharray="5 4"
        className="stroke-ink"
      />
      {rows.map(({ name, asked, recalled, interval }, place) => {
        const y = 30 + place * ROW + ROW / 2
        return (
          <g key={name}>
            <Label x={0} y={y + 4} text={name} size={13} />
            {asked === 0 ? (
              <Label x={left + 6} y={y + 4} text="no answers yet" size={12} tone="soft" halo />
            ) : (
              <>
                <line
                  x1={x(interval.low)}
                  x2={x(interval.high)}
                  y1={y}
                  y2={y}
                  strokeWidth={6}
                  strokeLinecap="round"
                  className="stroke-accent opacity-45"
                />
                <circle
                  cx={x(recalled / asked)}
                  cy={y}
                  r={6}
                  className="fill-accent stroke-paper"
                  strokeWidth={2}
                />
              </>
            )}
          </g>
        )
      })}
    </>
  )
}
