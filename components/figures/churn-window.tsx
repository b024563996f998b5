import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { WordsTable } from '@/components/figures/words-table'
import { countChurnedSeries } from '@/lib/engine/metrics/churn'

const churn = { pods: 12, seriesPerPod: 84 * 17, replaceEveryHours: 4 }
const day = 24
const generations = Array.from({ length: day / churn.replaceEveryHours }, (_, index) => ({
  from: index * churn.replaceEveryHours,
  to: (index + 1) * churn.replaceEveryHours,
}))
const alive = churn.pods * churn.seriesPerPod
const stored = (untilHour: number): number => countChurnedSeries({ ...churn, windowHours: untilHour })
const number = (value: number): string => value.toLocaleString('en-GB')
const hour = (value: number): string => `${String(value).padStart(2, '0')}:00`

function Generations({ left, width }: { left: number; width: number }) {
  const at = (hours: number): number => left + (hours * width) / day
  const top = 30
  const step = 26
  const bottom = top + generations.length * step
  const now = 22
  return (
    <>
      {[0, 4, 8, 12, 16, 20, 24].map((hours) => (
        <g key={hours}>
          <line x1={at(hours)} x2={at(hours)} y1={24} y2={bottom} className="stroke-line" />
          <Label
            x={at(hours)}
            y={16}
            text={hour(hours)}
            size={11}
            tone="soft"
            anchor={hours === 0 ? 'start' : hours === day ? 'end' : 'middle'}
          />
        </g>
      ))}
      {generations.map(({ from, to }, index) => {
        const y = top + index * step
        return (
          <g key={from}>
            <rect
              x={at(from)}
              y={y + 4}
              width={at(to) - at(from)}
              height={16}
              rx={2}
              className="fill-metric"
            />
            {to < day && (
              <line
                x1={at(to) + 3}
                x2={at(day)}
                y1={y + 12}
                y2={y + 12}
                strokeWidth={2}
                strokeDasharray="2 5"
                className="stroke-metric"
              />
            )}
          </g>
        )
      })}
      <line
        x1={at(now)}
        x2={at(now)}
        y1={24}
        y2={bottom + 6}
        strokeWidth={1.5}
        strokeDasharray="5 4"
        className="stroke-ink"
      />
      <Label x={at(now)} y={bottom + 20} text={`alive: ${number(alive)}`} size={12} anchor="end" strong />
      <Label
        x={at(now)}
        y={bottom + 38}
        text={`stored: ${number(stored(day))}`}
        size={12}
        anchor="end"
        strong
      />
      <rect x={left} y={bottom + 10} width={26} height={12} rx={2} className="fill-metric" />
      <Label x={left + 34} y={bottom + 21} text="gets samples" size={12} />
      <line
        x1={left}
        x2={left + 26}
        y1={bottom + 34}
        y2={bottom + 34}
        strokeWidth={2}
        strokeDasharray="2 5"
        className="stroke-metric"
      />
      <Label x={left + 34} y={bottom + 38} text="ended, still stored" size={12} />
    </>
  )
}

export function ChurnWindow() {
  return (
    <FigureFrame
      id="figure-churn"
      title="Six generations of series in one day"
      description="Six bars below each other along 24 hours, each four hours long and starting where the last one ends. From the end of each bar a dotted line goes on to the end of the day. At any moment one bar is being written; at the end of the day six are stored."
      caption="Twelve copies, replaced every four hours. Each bar is one generation of 17,136 series. A query over the day reads all six."
      wide={{ width: 720, height: 234, drawing: <Generations left={6} width={708} /> }}
      narrow={{ width: 362, height: 234, drawing: <Generations left={4} width={354} /> }}
      words={
        <WordsTable
          label="Series by the hour"
          head={['At', 'Getting samples', 'Stored since midnight']}
          rows={generations.map(({ to }) => [hour(to), number(alive), number(stored(to))])}
        />
      }
    />
  )
}
