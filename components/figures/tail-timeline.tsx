import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { ErrorMark } from '@/components/figures/signal-mark'

/** When the spans of one order reach the Collector, in seconds after the first. The last is the mailer's, and failed. */
const arrivals = [0, 0.6, 1.2, 1.8, 12] as const
const lastSecond = 17

interface RowProps {
  y: number
  left: number
  width: number
  wait: number
  title: string
  verdict: string
  kept: boolean
  hatch: string
}

function Row({ y, left, width, wait, title, verdict, kept, hatch }: RowProps) {
  const x = (second: number): number => left + (second / lastSecond) * width
  return (
    <g>
      <Label x={left} y={y + 13} text={title} strong />
      <rect
        x={x(0)}
        y={y + 24}
        width={x(wait) - x(0)}
        height={36}
        rx={3}
        fill={`url(#${hatch})`}
        className="stroke-line-strong"
      />
      <line x1={left} x2={left + width} y1={y + 60} y2={y + 60} className="stroke-line-strong" />
      <line x1={x(wait)} x2={x(wait)} y1={y + 18} y2={y + 66} strokeWidth={2} className="stroke-ink" />
      {arrivals.map((second) => (
        <rect
          key={second}
          x={x(second) + 2}
          y={y + 36}
          width={9}
          height={14}
          rx={2}
          strokeWidth={1.5}
          className={kept ? 'fill-trace stroke-trace' : 'fill-paper stroke-trace'}
        />
      ))}
      <ErrorMark x={x(12) + 20} y={y + 43} />
      <Label x={x(wait)} y={y + 81} text="decision" size={12} anchor="middle" />
      <Label x={left} y={y + 102} text={verdict} size={12} tone="soft" />
    </g>
  )
}

function Timeline({ left, width, hatch }: { left: number; width: number; hatch: string }) {
  const x = (second: number): number => left + (second / lastSecond) * width
  return (
    <>
      <defs>
        <pattern id={hatch} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1={0} x2={0} y1={0} y2={7} strokeWidth={2} className="stroke-line" />
        </pattern>
      </defs>
      <Row
        y={0}
        left={left}
        width={width}
        wait={10}
        title="decision_wait: 10s"
        verdict="No error seen: not sampled. The late span follows."
        kept={false}
        hatch={hatch}
      />
      <Row
        y={118}
        left={left}
        width={width}
        wait={15}
        title="decision_wait: 15s"
        verdict="The error is seen: all five spans are kept."
        kept
        hatch={hatch}
      />
      {[0, 5, 10, 15].map((second) => (
        <Label
          key={second}
          x={x(second)}
          y={244}
          text={second === 0 ? '0 s' : String(second)}
          size={11}
          tone="soft"
          anchor={second === 0 ? 'start' : 'middle'}
        />
      ))}
    </>
  )
}

export function TailTimeline() {
  return (
    <FigureFrame
      id="figure-tail-timeline"
      title="One order at the tail sampler, with a wait of 10 and of 15 seconds"
      description="Four spans of an order reach the Collector within two seconds, a fifth with an error after twelve. With a wait of ten seconds the decision comes before it, sees no error, and the late span is dropped with the others. With a wait of fifteen seconds the error is seen and all five spans are kept."
      caption="The wait counts from the first span that arrives. Hatched: the trace is held, undecided. The span with the cross comes after twelve seconds."
      wide={{
        width: 720,
        height: 250,
        drawing: <Timeline left={6} width={704} hatch="figure-tail-hatch-wide" />,
      }}
      narrow={{
        width: 362,
        height: 250,
        drawing: <Timeline left={4} width={352} hatch="figure-tail-hatch-narrow" />,
      }}
      words={
        <ul className="list-disc pl-5">
          <li>
            The spans of the order arrive 0, 0.6, 1.2, 1.8 and 12 seconds after the first. The last has an
            error.
          </li>
          <li>
            A wait of 10 s: four spans are there, none with an error. The trace is not sampled, and the fifth
            span is dropped when it comes.
          </li>
          <li>A wait of 15 s: five spans are there, one with an error. All five are kept.</li>
        </ul>
      }
    />
  )
}
