import { traceId } from '@/components/figures/checkout-trace'
import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { WordsTable } from '@/components/figures/words-table'
import {
  adjustedCount,
  formatThreshold,
  isKept,
  parseThreshold,
  type Threshold,
  traceIdToRandomness,
} from '@/lib/engine/sampling/threshold'

const whole = 2 ** 56

/** The checkout of lesson 1 and nine more, by the last 14 digits of their ids. */
const ids = [
  '03b81d6a5c72f4',
  '1c4e90b7d3a816',
  '2f75c8e1049bd3',
  '48a2f6137be05c',
  traceId,
  '7790d4e6b1c52a',
  '93c1e85f2ad704',
  'ab16f072d98e43',
  'd2749ac05e1fb8',
  'f0e3578bc64d29',
]
const traces = ids
  .map((id) => ({ isCheckout: id === traceId, randomness: traceIdToRandomness(id)! }))
  .sort((a, b) => (a.randomness < b.randomness ? -1 : 1))

function thresholdOf(th: string): Threshold {
  const parsed = parseThreshold(th)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.threshold
}

const rows = [
  { share: '50 %', threshold: thresholdOf('8') },
  { share: '25 %', threshold: thresholdOf('c') },
  { share: '10 %', threshold: thresholdOf('e666') },
].map((row) => ({
  ...row,
  th: formatThreshold(row.threshold),
  stands: adjustedCount(row.threshold),
  kept: traces.filter(({ randomness }) => isKept(row.threshold, randomness)).length,
}))

function Line({ left, width }: { left: number; width: number }) {
  const x = (value: bigint): number => left + (Number(value) / whole) * width
  const checkout = traces.find(({ isCheckout }) => isCheckout)!
  return (
    <>
      <Label x={left} y={14} text="0" size={11} tone="soft" />
      <Label x={left + width} y={14} text="2⁵⁶" size={11} tone="soft" anchor="end" />
      <Label
        x={x(checkout.randomness)}
        y={14}
        text="the slow checkout"
        size={12}
        anchor="middle"
        tone="trace"
      />
      <line
        x1={x(checkout.randomness)}
        x2={x(checkout.randomness)}
        y1={20}
        y2={196}
        strokeDasharray="3 4"
        className="stroke-trace"
      />
      {rows.map((row, index) => {
        const y = 34 + index * 60
        return (
          <g key={row.th}>
            <Label
              x={left}
              y={y + 4}
              text={`${row.share}: th:${row.th}, each kept trace stands for ${row.stands.toFixed(0)}`}
              size={12}
              halo
            />
            <rect x={left} y={y + 12} width={width} height={22} rx={3} className="fill-sunken stroke-line" />
            <rect
              x={x(row.threshold)}
              y={y + 12}
              width={left + width - x(row.threshold)}
              height={22}
              rx={3}
              className="fill-trace-wash"
            />
            <line
              x1={x(row.threshold)}
              x2={x(row.threshold)}
              y1={y + 8}
              y2={y + 38}
              strokeWidth={2}
              className="stroke-ink"
            />
            {traces.map(({ randomness }) => (
              <rect
                key={String(randomness)}
                x={x(randomness) - 4}
                y={y + 16}
                width={8}
                height={14}
                rx={2}
                strokeWidth={1.25}
                className={
                  isKept(row.threshold, randomness)
                    ? 'fill-trace stroke-trace'
                    : 'fill-none stroke-line-strong'
                }
              />
            ))}
          </g>
        )
      })}
    </>
  )
}

export function ThresholdLine() {
  return (
    <FigureFrame
      id="figure-threshold-line"
      title="Ten traces on the line from 0 to 2 to the power of 56"
      description="Ten traces stand at their random numbers on three equal lines. On each line a threshold divides the kept traces on its right from the dropped ones on its left. At 50 % the threshold is in the middle, at 25 % at three quarters, at 10 % at nine tenths. What is kept at a lower share is kept at each higher one."
      caption="Each trace stands where its randomness R puts it. A sampler is a line drawn across: what is right of it (solid) is kept. Move the line to the right and some go, but nothing comes in."
      wide={{ width: 720, height: 200, drawing: <Line left={4} width={712} /> }}
      narrow={{ width: 362, height: 200, drawing: <Line left={4} width={354} /> }}
      words={
        <WordsTable
          label="What each threshold keeps"
          head={['Share', 'Threshold', 'Kept of ten', 'Each stands for', 'The slow checkout']}
          rows={rows.map((row) => [
            row.share,
            `th:${row.th}`,
            row.kept,
            row.stands.toFixed(0),
            isKept(row.threshold, traces.find(({ isCheckout }) => isCheckout)!.randomness)
              ? 'kept'
              : 'dropped',
          ])}
        />
      }
    />
  )
}
