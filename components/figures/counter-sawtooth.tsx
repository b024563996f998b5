import { FigureFrame } from './figure-frame'
import { Label } from './label'
import { addedTo, readings } from './misread-numbers'
import { WordsTable } from './words-table'

const added = addedTo(readings)

function Chart({ width }: { width: number }) {
  const x = (at: number): number => 44 + (at / (readings.length - 1)) * (width - 64)
  const y = (value: number): number => 150 - (value / 300) * 110
  const line = (values: readonly number[], from: number): string =>
    values.map((value, at) => `${x(at + from).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
  return (
    <>
      <Label x={4} y={16} text="The counter as it stands" size={12} tone="soft" />
      {[0, 100, 200, 300].map((value) => (
        <g key={value}>
          <line x1={44} x2={width - 8} y1={y(value)} y2={y(value)} className="stroke-line" />
          <Label x={38} y={y(value) + 4} text={`${value}`} size={11} anchor="end" tone="soft" />
        </g>
      ))}
      <polyline points={line(readings, 0)} fill="none" strokeWidth={2} className="stroke-metric" />
      {readings.map((value, at) => (
        <circle key={x(at)} cx={x(at)} cy={y(value)} r={3} className="fill-metric" />
      ))}
      <line x1={x(3.5)} x2={x(3.5)} y1={30} y2={276} strokeDasharray="4 4" className="stroke-line-strong" />
      <Label x={x(3.5) - 6} y={188} text="new start" size={11} anchor="end" tone="soft" />
      <Label x={4} y={212} text="What was added in each minute" size={12} tone="soft" />
      {added.map((value, at) => (
        <g key={x(at + 0.5)}>
          <rect
            x={x(at + 0.5) - 14}
            y={276 - value * 0.7}
            width={28}
            height={value * 0.7}
            className="fill-metric"
          />
          <Label x={x(at + 0.5)} y={292} text={`${value}`} size={11} anchor="middle" />
        </g>
      ))}
    </>
  )
}

/** A cumulative counter across a new start, and what was added. */
export function CounterSawtooth() {
  return (
    <FigureFrame
      id="figure-counter-sawtooth"
      title="The same counter, read in two ways"
      description="Six readings of a counter of orders: 120, 180, 240, 300, then 20 and 80 after a new start. What was added: 60, 60, 60, 20 and 60."
      caption="Above, the drop looks like a disaster. Below, it is one minute with fewer orders, because the process was away for a part of it."
      wide={{ width: 720, height: 300, drawing: <Chart width={720} /> }}
      narrow={{ width: 362, height: 300, drawing: <Chart width={362} /> }}
      words={
        <WordsTable
          label="Readings"
          head={['Minute', 'Counter', 'Added since the last']}
          rows={readings.map((value, at) => [`${at}`, `${value}`, at === 0 ? '–' : `${added[at - 1]}`])}
        />
      }
    />
  )
}
