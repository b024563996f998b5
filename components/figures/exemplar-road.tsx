import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { NodeBox } from '@/components/figures/node-box'
import { ErrorMark } from '@/components/figures/signal-mark'
import { Wire } from '@/components/figures/wire'
import { WordsTable } from '@/components/figures/words-table'

const stations = [
  { name: 'Filter', passes: 'a sampled span is active', lost: 'no span, or not sampled' },
  { name: 'Reservoir', passes: 'one for each bucket', lost: 'another value was kept' },
  { name: 'SDK', passes: 'it records exemplars', lost: 'not every language does' },
  { name: 'Format', passes: 'OTLP, or 128 characters', lost: 'labels that are too long' },
  { name: 'Metrics store', passes: 'storing is switched on', lost: 'off, or pushed out' },
  { name: 'Trace store', passes: 'the trace was kept', lost: 'dropped by tail sampling' },
] as const

function Wide() {
  const width = 216
  return (
    <>
      {stations.map((station, index) => {
        const column = index % 3
        const x = 4 + column * 248
        const y = 8 + Math.floor(index / 3) * 132
        return (
          <g key={station.name}>
            <NodeBox
              x={x}
              y={y}
              width={width}
              height={52}
              lines={[`${index + 1}. ${station.name}`, station.passes]}
              tone={index === stations.length - 1 ? 'trace' : 'metric'}
            />
            <ErrorMark x={x + 14} y={y + 72} />
            <Label x={x + 26} y={y + 76} text={station.lost} size={12} />
            {column < 2 && (
              <Wire
                tone="metric"
                flows
                points={[
                  [x + width, y + 26],
                  [x + 248, y + 26],
                ]}
              />
            )}
          </g>
        )
      })}
      <Wire
        tone="metric"
        flows
        points={[
          [700, 60],
          [700, 112],
          [112, 112],
          [112, 140],
        ]}
      />
    </>
  )
}

function Narrow() {
  return (
    <>
      {stations.map((station, index) => {
        const y = 6 + index * 98
        return (
          <g key={station.name}>
            <NodeBox
              x={4}
              y={y}
              width={354}
              height={50}
              lines={[`${index + 1}. ${station.name}`, station.passes]}
              tone={index === stations.length - 1 ? 'trace' : 'metric'}
            />
            {index < stations.length - 1 && (
              <Wire
                tone="metric"
                flows
                points={[
                  [40, y + 50],
                  [40, y + 98],
                ]}
              />
            )}
            <ErrorMark x={76} y={y + 70} />
            <Label x={88} y={y + 74} text={station.lost} size={12} />
          </g>
        )
      })}
    </>
  )
}

export function ExemplarRoad() {
  return (
    <FigureFrame
      id="figure-exemplar-road"
      title="The six stations between a measurement and the trace you open"
      description="Six boxes in a row. An exemplar passes the filter, the reservoir, the SDK, the format, the metrics store, and ends at the trace store. Beside each box stands, with a cross, how it may be lost there."
      caption="What lets an exemplar pass stands in the box; what may stop it stands beneath, with a cross."
      wide={{ width: 720, height: 228, drawing: <Wide /> }}
      narrow={{ width: 362, height: 580, drawing: <Narrow /> }}
      moving
      words={
        <WordsTable
          label="The stations of an exemplar"
          head={['Station', 'It passes if', 'It is lost if']}
          rows={stations.map(({ name, passes, lost }, index) => [`${index + 1}. ${name}`, passes, lost])}
        />
      }
    />
  )
}
