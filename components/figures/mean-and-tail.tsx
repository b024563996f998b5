import { FigureFrame } from './figure-frame'
import { Label } from './label'
import { humps, meanOf } from './misread-numbers'
import { WordsTable } from './words-table'

const mean = meanOf(humps)
const mostMs = 2400

function Chart({ width }: { width: number }) {
  const x = (ms: number): number => 20 + (ms / mostMs) * (width - 40)
  const [fast, slow] = humps
  return (
    <>
      <Label x={4} y={16} text="Checkouts by how long they took" size={12} tone="soft" />
      <rect x={x(fast.ms) - 8} y={40} width={16} height={140} className="fill-metric" />
      <Label x={x(fast.ms) + 14} y={58} text={`${fast.count} at ${fast.ms} ms`} size={12} />
      <rect x={x(slow.ms) - 8} y={171} width={16} height={9} className="fill-metric" />
      <Label x={x(slow.ms) - 8} y={162} text={`${slow.count} at 2,080 ms`} size={12} anchor="middle" />
      <line
        x1={x(mean)}
        x2={x(mean)}
        y1={80}
        y2={180}
        strokeWidth={2}
        strokeDasharray="5 4"
        className="stroke-error"
      />
      <Label x={x(mean) + 8} y={112} text={`the mean: ${mean} ms`} size={12} strong />
      <Label x={x(mean) + 8} y={130} text="nobody waited so long" size={12} tone="soft" />
      <line x1={12} x2={width - 8} y1={180} y2={180} className="stroke-line-strong" />
      {[0, 500, 1000, 1500, 2000].map((ms) => (
        <Label key={ms} x={x(ms)} y={198} text={`${ms}`} size={11} anchor="middle" tone="soft" />
      ))}
      <Label x={width - 8} y={216} text="milliseconds" size={11} anchor="end" tone="soft" />
    </>
  )
}

/** Two humps, and a mean that lies in neither. */
export function MeanAndTail() {
  return (
    <FigureFrame
      id="figure-mean-and-tail"
      title="A mean that belongs to nobody"
      description={`Of a thousand checkouts 940 took 80 milliseconds and 60 took 2,080. Their mean is ${mean} milliseconds, where there is not a single one.`}
      caption="The tall bar and the small one are two different experiences. Their mean describes neither."
      wide={{ width: 720, height: 224, drawing: <Chart width={720} /> }}
      narrow={{ width: 362, height: 224, drawing: <Chart width={362} /> }}
      words={
        <WordsTable
          label="Checkouts"
          head={['How many', 'How long']}
          rows={[...humps.map(({ ms, count }) => [`${count}`, `${ms} ms`]), ['mean of all', `${mean} ms`]]}
        />
      }
    />
  )
}
