import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { simulateOutage, twelveMinutes } from '@/components/figures/outage'
import { WordsTable } from '@/components/figures/words-table'

const outage = simulateOutage(twelveMinutes)
const { seconds, queueSize, batchesPerSecond } = twelveMinutes
const fullAt = outage.sizes.indexOf(queueSize)
const shown = new Set(outage.left.map((madeAt) => Math.floor(madeAt)))

/** Whole seconds, joined to stretches, in which something was made that is still there at the end. */
const stretches = Array.from({ length: seconds }, (_, second) => second).reduce<[number, number][]>(
  (found, second) => {
    const last = found[found.length - 1]
    if (!shown.has(second)) return found
    if (last && last[1] === second) last[1] = second + 1
    else found.push([second, second + 1])
    return found
  },
  [],
)

function Chart({ left, width }: { left: number; width: number }) {
  const x = (second: number): number => left + (second / seconds) * width
  const y = (size: number): number => 176 - (size / queueSize) * 130
  const line = outage.sizes.map((size, second) => `${x(second).toFixed(1)},${y(size).toFixed(1)}`).join(' ')
  return (
    <>
      <Label x={4} y={16} text="Batches in the queue" size={12} tone="soft" />
      {[0, 500, 1000].map((size) => (
        <g key={size}>
          <line x1={left} x2={left + width} y1={y(size)} y2={y(size)} className="stroke-line" />
          <Label
            x={left - 6}
            y={y(size) + 4}
            text={size.toLocaleString('en-GB')}
            size={11}
            anchor="end"
            tone="soft"
          />
        </g>
      ))}
      {[0, 3, 6, 9, 12].map((minute) => (
        <Label
          key={minute}
          x={x(minute * 60)}
          y={194}
          text={minute === 12 ? '12 min' : String(minute)}
          size={11}
          anchor={minute === 12 ? 'end' : 'middle'}
          tone="soft"
        />
      ))}
      <polyline
        points={line}
        fill="none"
        strokeWidth={2.5}
        strokeLinejoin="round"
        className="stroke-metric"
      />
      <line
        x1={x(fullAt)}
        x2={x(fullAt)}
        y1={y(queueSize)}
        y2={176}
        strokeDasharray="4 4"
        className="stroke-line-strong"
      />
      <Label x={x(fullAt) + 6} y={y(500) + 18} text={`full after ${fullAt} s`} size={12} halo />
      <Label x={4} y={226} text="What was made when, and is still there at the end" size={12} tone="soft" />
      <rect
        x={left}
        y={236}
        width={width}
        height={20}
        rx={2}
        strokeWidth={1.25}
        className="fill-none stroke-line-strong"
      />
      {stretches.map(([from, to]) => (
        <rect
          key={from}
          x={x(from)}
          y={236}
          width={Math.max(x(to) - x(from), 2)}
          height={20}
          className="fill-trace"
        />
      ))}
      <rect x={left} y={270} width={22} height={12} rx={2} className="fill-trace" />
      <Label x={left + 30} y={280} text="kept" size={12} />
      <rect
        x={left + 84}
        y={270}
        width={22}
        height={12}
        rx={2}
        strokeWidth={1.25}
        className="fill-none stroke-line-strong"
      />
      <Label x={left + 114} y={280} text="lost" size={12} />
    </>
  )
}

export function OutageQueue() {
  return (
    <FigureFrame
      id="figure-outage-queue"
      title="A sending queue during twelve minutes without a backend"
      description="The number of batches in the queue rises in a straight line to 1,000 after 200 seconds and stays there. Below it, a strip of twelve minutes: the batches made from second 4 to second 200 are kept, a few around minutes 5 and 10 as well, all others are lost."
      caption="The queue fills at five batches a second. From then on it is full, and what comes is refused. The two thin strips at 5 and 10 minutes got the places of batches that were given up."
      wide={{ width: 720, height: 288, drawing: <Chart left={48} width={664} /> }}
      narrow={{ width: 362, height: 288, drawing: <Chart left={44} width={312} /> }}
      words={
        <WordsTable
          label="What became of the batches"
          head={['Batches', 'Number', 'Made']}
          rows={[
            ['Made in twelve minutes', (seconds * batchesPerSecond).toLocaleString('en-GB'), '0 to 720 s'],
            ['Given up after five minutes of retries', outage.gaveUp, '0 to 4 s'],
            ['Refused by the full queue', outage.rejected.toLocaleString('en-GB'), 'after 200 s'],
            [
              'Kept',
              outage.left.length.toLocaleString('en-GB'),
              '4 to 200 s, and two seconds each at 300 and 600 s',
            ],
          ]}
        />
      }
    />
  )
}
