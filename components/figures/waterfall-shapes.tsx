import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { ErrorMark } from '@/components/figures/signal-mark'
import { WordsTable } from '@/components/figures/words-table'

/** Bars in percent of the shape's width, from top to bottom; the first is the parent. */
interface Bar {
  from: number
  to: number
  failed: boolean
}

interface Shape {
  name: string
  ask: string
  seen: string
  bars: readonly Bar[]
}

const bar = (from: number, to: number): Bar => ({ from, to, failed: false })
const failed = (from: number, to: number): Bar => ({ from, to, failed: true })

const shapes: readonly Shape[] = [
  {
    name: 'Staircase',
    ask: 'one call for all?',
    seen: 'the same call again and again, each after the last',
    bars: [bar(0, 100), bar(4, 20), bar(23, 39), bar(42, 58), bar(61, 77), bar(80, 96)],
  },
  {
    name: 'Gap',
    ask: 'what runs there?',
    seen: 'a long time of the parent without any child',
    bars: [bar(0, 100), bar(4, 18), bar(82, 96)],
  },
  {
    name: 'Wait before the work',
    ask: 'who holds it?',
    seen: 'a long wait, then a short call',
    bars: [bar(0, 100), bar(4, 82), bar(84, 94)],
  },
  {
    name: 'Straggler',
    ask: 'why that one?',
    seen: 'calls that start together, one of which ends late',
    bars: [bar(0, 100), bar(6, 26), bar(6, 30), bar(6, 95), bar(6, 24)],
  },
  {
    name: 'Ladder of retries',
    ask: 'which timeout?',
    seen: 'the same call three times, the first two failed and equally long, with growing pauses',
    bars: [bar(0, 100), failed(4, 32), failed(38, 66), bar(80, 95)],
  },
  {
    name: 'Child leaves the house',
    ask: 'no waiting, or clocks?',
    seen: 'a child that ends after its parent',
    bars: [bar(0, 58), bar(8, 40), bar(44, 100)],
  },
]

const shapeHeight = 122

function ShapeDrawing({ shape, x, y, width }: { shape: Shape; x: number; y: number; width: number }) {
  const at = (percent: number): number => x + 10 + ((width - 20) * percent) / 100
  return (
    <g>
      <rect x={x} y={y} width={width} height={shapeHeight} rx={6} className="fill-raised stroke-line" />
      <Label x={x + 10} y={y + 20} text={shape.name} strong />
      <Label x={x + 10} y={y + 37} text={shape.ask} size={12} tone="soft" />
      {shape.bars.map(({ from, to, failed: hasFailed }, index) => (
        <g key={`${from}-${to}`}>
          <rect
            x={at(from)}
            y={y + 48 + index * 11}
            width={at(to) - at(from)}
            height={8}
            rx={2}
            className={index === 0 ? 'fill-trace-wash stroke-trace' : 'fill-trace'}
          />
          {hasFailed && <ErrorMark x={at(to) + 8} y={y + 52 + index * 11} size={3} />}
        </g>
      ))}
    </g>
  )
}

interface GridProps {
  columns: number
  width: number
}

function Grid({ columns, width }: GridProps) {
  const each = (width - 8 - (columns - 1) * 10) / columns
  return (
    <>
      {shapes.map((shape, index) => (
        <ShapeDrawing
          key={shape.name}
          shape={shape}
          x={4 + (index % columns) * (each + 10)}
          y={4 + Math.floor(index / columns) * (shapeHeight + 10)}
          width={each}
        />
      ))}
    </>
  )
}

export function WaterfallShapes() {
  return (
    <FigureFrame
      id="figure-shapes"
      title="Six shapes that slow traces have"
      description="Six small waterfalls: a staircase of equal bars, a gap in the middle, a long wait before a short bar, a fan with one long bar, two failed bars of equal length before a third, and a bar that ends after its parent."
      caption="Six shapes, and the first question that each should raise. The pale bar on top is the parent."
      wide={{ width: 720, height: 2 * shapeHeight + 18, drawing: <Grid columns={3} width={720} /> }}
      narrow={{ width: 362, height: 3 * shapeHeight + 28, drawing: <Grid columns={2} width={362} /> }}
      words={
        <WordsTable
          label="Six shapes"
          head={['Shape', 'What is to be seen', 'What to ask first']}
          rows={shapes.map(({ name, seen, ask }) => [name, seen, ask])}
        />
      }
    />
  )
}
