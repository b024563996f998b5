import { FigureFrame } from '@/components/figures/figure-frame'
import { Label, type Tone } from '@/components/figures/label'
import { LogMark, MetricMark, TraceMark } from '@/components/figures/signal-mark'
import { Wire } from '@/components/figures/wire'
import { WordsTable } from '@/components/figures/words-table'

/** Seconds after 19:41:00. A batch of logs waits one second, of spans five, a reader of metrics comes each minute. */
const lanes = [
  { name: 'Log record', tone: 'log', from: 7.062, done: 7.062, sent: 8.062, by: '19:41:08' },
  { name: 'Span', tone: 'trace', from: 7.06, done: 9.066, sent: 14.066, by: '19:41:14' },
  { name: 'Measurement', tone: 'metric', from: 9.066, done: 9.066, sent: 60, by: '19:42:00' },
] as const satisfies readonly {
  name: string
  tone: Tone
  from: number
  done: number
  sent: number
  by: string
}[]

const clock = (second: number): string =>
  second === 60 ? '19:42:00' : `19:41:${String(second).padStart(2, '0')}`

interface LayoutProps {
  left: number
  /** Where 19:41:15 stands; the axis is cut after it. */
  cut: number
  right: number
  step: number
  ticks: readonly number[]
}

function Departures({ left, cut, right, step, ticks }: LayoutProps) {
  const at = (second: number): number =>
    second > 15 ? right : left + ((second - 7) * (cut - left)) / (15 - 7)
  const bottom = 34 + lanes.length * step
  return (
    <>
      {ticks.map((second) => (
        <g key={second}>
          <line x1={at(second)} x2={at(second)} y1={24} y2={bottom} className="stroke-line" />
          <Label
            x={at(second)}
            y={16}
            text={clock(second)}
            size={11}
            tone="soft"
            anchor={second === 7 ? 'start' : second === 60 ? 'end' : 'middle'}
          />
        </g>
      ))}
      <Cut x={(cut + right) / 2} y1={26} y2={bottom} />
      {lanes.map((lane, index) => {
        const top = 34 + index * step
        const y = top + 42
        return (
          <g key={lane.name}>
            <Label x={left} y={top + 20} text={lane.name} strong halo tone={lane.tone} />
            <Label x={left + 104} y={top + 20} text={`sent by ${lane.by}`} size={12} tone="soft" halo />
            {lane.name === 'Span' && (
              <TraceMark x={at(lane.from)} y={y} width={at(lane.done) - at(lane.from)} />
            )}
            {lane.name === 'Log record' && <LogMark x={at(lane.from)} y={y} />}
            {lane.name === 'Measurement' && <MetricMark x={at(lane.from) - 14} y={y} />}
            <Wire
              tone={lane.tone}
              dashed
              points={[
                [at(lane.done) + (lane.name === 'Measurement' ? 20 : 8), y],
                [at(lane.sent), y],
              ]}
            />
          </g>
        )
      })}
    </>
  )
}

/** Two slanted strokes: here the axis leaves out three quarters of a minute. */
function Cut({ x, y1, y2 }: { x: number; y1: number; y2: number }) {
  return (
    <g>
      {[-5, 5].map((offset) => (
        <line
          key={offset}
          x1={x + offset - 4}
          x2={x + offset + 4}
          y1={y2}
          y2={y1}
          strokeDasharray="2 4"
          className="stroke-line-strong"
        />
      ))}
    </g>
  )
}

export function SignalDepartures() {
  return (
    <FigureFrame
      id="figure-departures"
      title="When each signal of one request leaves the process"
      description="Three lanes along the time. The log record is written at 19:41:07 and sent by 19:41:08. The span lasts from 19:41:07 to 19:41:09 and is sent by 19:41:14. The measurement is taken at 19:41:09 and sent at 19:42:00."
      caption="One request to payment, with the default delays. A dashed arrow is waiting: the mark exists, but only inside the process. The axis is cut between 19:41:15 and 19:42:00."
      wide={{
        width: 720,
        height: 234,
        drawing: (
          <Departures left={8} cut={590} right={712} step={64} ticks={[7, 8, 9, 10, 11, 12, 13, 14, 60]} />
        ),
      }}
      narrow={{
        width: 362,
        height: 234,
        drawing: <Departures left={8} cut={270} right={354} step={64} ticks={[7, 9, 11, 13, 60]} />,
      }}
      words={
        <WordsTable
          label="When each signal is made and sent"
          head={['Signal', 'Complete at', 'Waits for at most', 'Sent by']}
          rows={[
            ['Log record', '19:41:07.062', '1 s', '19:41:08'],
            ['Span', '19:41:09.066', '5 s', '19:41:14'],
            ['Measurement', '19:41:09.066', '60 s, until the reader comes', '19:42:00'],
          ]}
        />
      }
    />
  )
}
