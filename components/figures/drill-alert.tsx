import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { WordsTable } from '@/components/figures/words-table'
import { drill, isFiring, slowInLastMinute, slowShareAt } from '@/components/figures/zone-drill'

const asked = Array.from({ length: 29 }, (_, index) => 4 + index / 2)
const firing = asked.filter(isFiring)

/** 14:00 and some minutes, as on a clock. */
const clock = (at: number): string =>
  `14:${String(Math.floor(at)).padStart(2, '0')}:${at % 1 === 0 ? '00' : '30'}`
const percent = (share: number): string => `${(share * 100).toFixed(0)} %`

function Chart({ width }: { width: number }) {
  const left = 40
  const x = (at: number): number => left + 6 + ((at - 4) / 14) * (width - left - 16)
  const y = (share: number): number => 176 - (share / 0.36) * 130
  return (
    <>
      <Label x={4} y={16} text="Checkouts over 400 ms in the last minute" size={12} tone="soft" />
      {[0, 0.12, 0.24, 0.36].map((share) => (
        <g key={share}>
          <line
            x1={left}
            x2={width - 4}
            y1={y(share)}
            y2={y(share)}
            strokeDasharray={share === drill.fromShare ? '5 4' : undefined}
            className={share === drill.fromShare ? 'stroke-error' : 'stroke-line'}
          />
          <Label x={left - 6} y={y(share) + 4} text={percent(share)} size={11} anchor="end" tone="soft" />
        </g>
      ))}
      <polyline
        points={asked.map((at) => `${x(at).toFixed(1)},${y(slowShareAt(at)).toFixed(1)}`).join(' ')}
        fill="none"
        strokeWidth={2}
        className="stroke-metric"
      />
      {asked.map((at) => (
        <circle
          key={at}
          cx={x(at)}
          cy={y(slowShareAt(at))}
          r={isFiring(at) ? 4 : 3}
          strokeWidth={1.5}
          className={isFiring(at) ? 'fill-error stroke-error' : 'fill-raised stroke-metric'}
        />
      ))}
      {[5, 10, 15].map((at) => (
        <Label
          key={at}
          x={x(at)}
          y={196}
          text={`14:${String(at).padStart(2, '0')}`}
          size={11}
          anchor="middle"
          tone="soft"
        />
      ))}
      <circle cx={left + 8} cy={214} r={3} strokeWidth={1.5} className="fill-raised stroke-metric" />
      <Label x={left + 18} y={218} text="asked" size={12} />
      <circle cx={left + 78} cy={214} r={4} className="fill-error" />
      <Label x={left + 88} y={218} text="asked, and the alert is on" size={12} />
    </>
  )
}

const moments = [6.5, 7, 7.5, 8, 16, 16.5, 17]

export function DrillAlert() {
  return (
    <FigureFrame
      id="figure-drill-alert"
      title="A rule that must hold twice"
      description={`The share of slow checkouts, asked each half minute about the last minute. It is above twelve percent at 14:07:00 for the first time, and the alert is on from ${clock(firing[0]!)} to ${clock(firing[firing.length - 1]!)}.`}
      caption="Each point is one asking. The first point above 12 % does not ring, the second does. After zone b is taken out, two more askings empty the window."
      wide={{ width: 720, height: 226, drawing: <Chart width={720} /> }}
      narrow={{ width: 362, height: 226, drawing: <Chart width={362} /> }}
      words={
        <WordsTable
          label="The askings"
          head={['Asked at', 'Slow of 60', 'Share', 'Alert']}
          rows={moments.map((at) => [
            clock(at),
            slowInLastMinute(at).toFixed(0),
            percent(slowShareAt(at)),
            isFiring(at) ? 'on' : 'off',
          ])}
        />
      }
    />
  )
}
