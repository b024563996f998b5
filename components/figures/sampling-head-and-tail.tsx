import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { ErrorMark } from '@/components/figures/signal-mark'

type Fate = 'kept' | 'dropped' | 'undecided'

const count = 40
const errors = new Set([6, 17, 23, 35])
const byHead = new Set([2, 13, 28, 31])
const byTail = new Set([...errors, 2, 13, 28, 31])

const fateByHead = (index: number): Fate => (byHead.has(index) ? 'kept' : 'dropped')
const fateInWait = (): Fate => 'undecided'
const fateByTail = (index: number): Fate => (byTail.has(index) ? 'kept' : 'dropped')

const looks: Record<Fate, string> = {
  kept: 'fill-trace stroke-trace',
  dropped: 'fill-none stroke-line-strong',
  undecided: 'stroke-trace',
}

function TraceBar({
  x,
  y,
  fate,
  failed,
  hatch,
}: {
  x: number
  y: number
  fate: Fate
  failed: boolean
  hatch: string
}) {
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={30}
        height={12}
        rx={2}
        strokeWidth={1.25}
        className={looks[fate]}
        fill={fate === 'undecided' ? `url(#${hatch})` : undefined}
      />
      {failed && <ErrorMark x={x + 38} y={y + 6} size={3.5} />}
    </g>
  )
}

interface PanelProps {
  x: number
  y: number
  hatch: string
  title: string
  result: string
  fateOf: (index: number) => Fate
  columns: 5 | 8
}

function Panel({ x, y, hatch, title, result, fateOf, columns }: PanelProps) {
  return (
    <g>
      <Label x={x} y={y + 14} text={title} strong />
      {Array.from({ length: count }, (_, index) => (
        <TraceBar
          // biome-ignore lint/suspicious/noArrayIndexKey: the forty traces are their numbers
          key={index}
          x={x + (index % columns) * 45}
          y={y + 28 + Math.floor(index / columns) * 21}
          fate={fateOf(index)}
          failed={errors.has(index)}
          hatch={hatch}
        />
      ))}
      <Label x={x} y={y + 28 + (count / columns) * 21 + 20} text={result} size={12} tone="soft" />
    </g>
  )
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1={0} x2={0} y1={0} y2={6} strokeWidth={3} className="stroke-trace" />
      </pattern>
    </defs>
  )
}

function Key({ x, y, hatch }: { x: number; y: number; hatch: string }) {
  return (
    <>
      {(['kept', 'dropped', 'undecided'] as const).map((fate, index) => (
        <g key={fate}>
          <TraceBar x={x + index * 100} y={y} fate={fate} failed={false} hatch={hatch} />
          <Label x={x + index * 100 + 36} y={y + 10} text={fate} size={12} />
        </g>
      ))}
      <ErrorMark x={x + 312} y={y + 6} />
      <Label x={x + 322} y={y + 10} text="error" size={12} />
    </>
  )
}

const panels = [
  { title: 'Head, 10 %: at the start', result: 'kept 4 of 40, 0 of 4 errors', fateOf: fateByHead },
  { title: 'Tail: while it waits', result: 'all 40 in memory, undecided', fateOf: fateInWait },
  { title: 'Tail: after the wait', result: 'kept 8 of 40, 4 of 4 errors', fateOf: fateByTail },
] as const

export function SamplingHeadAndTail() {
  return (
    <FigureFrame
      id="figure-sampling"
      title="What head and tail sampling keep of the same forty traces"
      description="Forty traces, four of them with an error, drawn three times. Head sampling at ten percent keeps four traces and none of the errors. The tail sampler first holds all forty undecided, then keeps the four errors and about a tenth of the rest: eight traces."
      caption="The same forty traces. With four errors among them, a head sampler at 10 % keeps not one of the four in about two cases out of three (0.9 to the fourth is 0.66)."
      wide={{
        width: 720,
        height: 262,
        drawing: (
          <>
            <Hatch id="figure-sampling-hatch-wide" />
            {panels.map((panel, index) => (
              <Panel
                key={panel.title}
                x={4 + index * 245}
                y={0}
                hatch="figure-sampling-hatch-wide"
                columns={5}
                {...panel}
              />
            ))}
            <Key x={4} y={240} hatch="figure-sampling-hatch-wide" />
          </>
        ),
      }}
      narrow={{
        width: 362,
        height: 556,
        drawing: (
          <>
            <Hatch id="figure-sampling-hatch-narrow" />
            {panels.map((panel, index) => (
              <Panel
                key={panel.title}
                x={4}
                y={index * 176}
                hatch="figure-sampling-hatch-narrow"
                columns={8}
                {...panel}
              />
            ))}
            <Key x={4} y={536} hatch="figure-sampling-hatch-narrow" />
          </>
        ),
      }}
      words={
        <ul className="list-disc pl-5">
          <li>
            Head sampling at 10 %, decided at the start: 4 of 40 traces kept, none of the 4 with an error.
          </li>
          <li>Tail sampling while it waits: all 40 traces in memory, none decided.</li>
          <li>Tail sampling after the wait: all 4 with an error kept, and 4 of the other 36.</li>
        </ul>
      }
    />
  )
}
