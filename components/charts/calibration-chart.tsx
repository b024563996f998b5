import { Label } from '@/components/figures/label'
import type { CalibrationBin } from '@/lib/review/statistics/calibration'
import { percent } from '@/lib/review/statistics/words'

/** What was expected across, what came upwards, each point with its interval; on the diagonal both are the same. */
export function CalibrationPoints({ bins, width }: { bins: readonly CalibrationBin[]; width: number }) {
  const [left, right, top, bottom] = [46, width - 20, 12, 292]
  const least = Math.min(0.5, ...bins.map(({ expected }) => Math.floor(expected * 10) / 10))
  const part = (share: number) => (Math.max(least, share) - least) / (1 - least)
  const x = (share: number) => left + part(share) * (right - left)
  const y = (share: number) => bottom - part(share) * (bottom - top)
  const ticks = Array.from({ length: 11 }, (_, place) => place / 10).filter((tick) => tick >= least - 0.001)
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} className="stroke-line" />
          <line x1={x(tick)} x2={x(tick)} y1={top} y2={bottom} className="stroke-line" />
          <Label x={left - 6} y={y(tick) + 4} text={percent(tick)} size={12} tone="soft" anchor="end" />
          <Label x={x(tick)} y={bottom + 18} text={percent(tick)} size={12} tone="soft" anchor="middle" />
        </g>
      ))}
      <line
        x1={x(least)}
        y1={y(least)}
        x2={x(1)}
        y2={y(1)}
        strokeWidth={1.5}
        strokeDasharray="5 4"
        className="stroke-ink"
      />
      {bins.map(({ expected, asked, recalled, interval }) => (
        <g key={expected}>
          <line
            x1={x(expected)}
            x2={x(expected)}
            y1={y(interval.low)}
            y2={y(interval.high)}
            strokeWidth={4}
            strokeLinecap="round"
            className="stroke-accent opacity-45"
          />
          <circle
            cx={x(expected)}
            cy={y(recalled / asked)}
            r={5}
            strokeWidth={2}
            className="fill-accent stroke-paper"
          />
        </g>
      ))}
      <Label x={(left + right) / 2} y={bottom + 38} text="expected" size={12} tone="soft" anchor="middle" />
      <Label x={left + 8} y={top + 12} text="recalled" size={12} tone="soft" halo />
    </>
  )
}
