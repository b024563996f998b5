import { cacheMinutes, ifItFilled } from '@/components/figures/cache-drill'
import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { WordsTable } from '@/components/figures/words-table'

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`
const measured = cacheMinutes.map(({ looks, misses }) => misses / looks)

function Chart({ width }: { width: number }) {
  const left = 48
  const x = (minute: number): number => left + 14 + (minute / 9) * (width - left - 34)
  const y = (share: number): number => 180 - share * 140
  const line = (shares: readonly (number | null)[]): string =>
    shares
      .flatMap((share, minute) => (share === null ? [] : [`${x(minute).toFixed(1)},${y(share).toFixed(1)}`]))
      .join(' ')
  return (
    <>
      <Label x={4} y={16} text="Looks into the cache that miss, by minute" size={12} tone="soft" />
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line x1={left} x2={width - 4} y1={y(share)} y2={y(share)} className="stroke-line" />
          <Label x={left - 6} y={y(share) + 4} text={percent(share)} size={11} anchor="end" tone="soft" />
        </g>
      ))}
      <polyline
        points={line(ifItFilled)}
        fill="none"
        strokeWidth={2}
        strokeDasharray="5 4"
        className="stroke-line-strong"
      />
      <polyline points={line(measured)} fill="none" strokeWidth={2} className="stroke-metric" />
      {measured.map((share, minute) => (
        <circle key={x(minute)} cx={x(minute)} cy={y(share)} r={3.5} className="fill-metric" />
      ))}
      {measured.map((_, minute) => (
        <Label
          key={x(minute)}
          x={x(minute)}
          y={198}
          text={`${minute}`}
          size={11}
          anchor="middle"
          tone="soft"
        />
      ))}
      <line x1={left} x2={left + 28} y1={222} y2={222} strokeWidth={2} className="stroke-metric" />
      <Label x={left + 36} y={226} text="what it was" size={12} />
      <line
        x1={left + 124}
        x2={left + 152}
        y1={222}
        y2={222}
        strokeWidth={2}
        strokeDasharray="5 4"
        className="stroke-line-strong"
      />
      <Label x={left + 160} y={226} text="if it filled again" size={12} />
    </>
  )
}

/** A cache that stays cold beside one that would fill. */
export function CacheMisses() {
  return (
    <FigureFrame
      id="figure-cache-misses"
      title="A cache that stays cold"
      description={`Until minute 3 no look into the cache misses. From minute 5 to minute 9 about nine in ten miss. A dashed line shows an emptied cache that fills again: from ${percent(ifItFilled[5]!)} in minute 5 to ${percent(ifItFilled[9]!)} in minute 9.`}
      caption="Both lines leave the same moment. An emptied cache comes down as it fills. This one does not come down."
      wide={{ width: 720, height: 236, drawing: <Chart width={720} /> }}
      narrow={{ width: 362, height: 236, drawing: <Chart width={362} /> }}
      words={
        <WordsTable
          label="Misses by minute"
          head={['Minute', 'Looks', 'Misses', 'Share', 'If it filled again']}
          rows={cacheMinutes.map(({ looks, misses }, minute) => [
            minute,
            looks,
            misses,
            percent(measured[minute]!),
            ifItFilled[minute] === null ? '–' : percent(ifItFilled[minute]!),
          ])}
        />
      }
    />
  )
}
