import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { NodeBox } from '@/components/figures/node-box'
import { ErrorMark } from '@/components/figures/signal-mark'
import { Wire } from '@/components/figures/wire'

/** A span of trace A (filled) or B (outlined), with its letter. */
function Span({ x, y, trace }: { x: number; y: number; trace: string }) {
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={24}
        height={15}
        rx={2}
        strokeWidth={1.5}
        className={trace === 'A' ? 'fill-trace-wash stroke-trace' : 'fill-paper stroke-trace'}
        strokeDasharray={trace === 'A' ? undefined : '3 2'}
      />
      <Label x={x + 12} y={y + 11.5} text={trace} size={11} anchor="middle" />
    </g>
  )
}

function Collector({
  x,
  y,
  name,
  spans,
  complete,
}: {
  x: number
  y: number
  name: string
  spans: string
  complete?: boolean
}) {
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={100}
        height={56}
        rx={6}
        strokeWidth={1.5}
        className={`fill-raised ${complete === false ? 'stroke-error' : 'stroke-soft'}`}
      />
      <Label x={x + 50} y={y + 19} text={name} size={12} anchor="middle" />
      {complete === false && <ErrorMark x={x + 90} y={y + 14} />}
      {[...spans].map((trace, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the spans of a box do not move
        <Span key={index} x={x + 8 + index * 30} y={y + 31} trace={trace} />
      ))}
    </g>
  )
}

interface PanelProps {
  x: number
  y: number
  title: string
  middle: readonly string[]
  arrived: readonly [string, string]
  complete: boolean
  result: string
}

function Panel({ x, y, title, middle, arrived, complete, result }: PanelProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <Label x={0} y={14} text={title} strong />
      <Collector x={0} y={28} name="agent 1" spans="ABA" />
      <Collector x={0} y={104} name="agent 2" spans="BAB" />
      {[56, 132].map((from) => (
        <Wire
          key={from}
          tone="trace"
          points={[
            [100, from],
            [124, 94],
          ]}
        />
      ))}
      <NodeBox x={126} y={70} width={96} height={48} lines={middle} size={11} mono={middle.length > 1} />
      {[56, 132].map((to) => (
        <Wire
          key={to}
          tone="trace"
          points={[
            [222, 94],
            [246, to],
          ]}
        />
      ))}
      {arrived.map((spans, index) => (
        <Collector
          key={spans}
          x={248}
          y={28 + index * 76}
          name={`gateway ${index + 1}`}
          spans={spans}
          complete={complete}
        />
      ))}
      <Label x={0} y={184} text={result} size={12} tone="soft" />
    </g>
  )
}

const any = {
  title: 'Any balancer',
  middle: ['takes turns'],
  arrived: ['AAB', 'BBA'],
  complete: false,
  result: 'Each gateway sees a part of both traces.',
} as const
const byId = {
  title: 'By trace id',
  middle: ['load_', 'balancing'],
  arrived: ['AAA', 'BBB'],
  complete: true,
  result: 'Each gateway sees one whole trace.',
} as const

export function RoutingByTrace() {
  return (
    <FigureFrame
      id="figure-routing-by-trace"
      title="Two gateways, reached in turns and by trace id"
      description="Two agents hold spans of the traces A and B. A balancer that takes turns gives two spans of A and one of B to the first gateway and the rest to the second. Routing by trace id gives all spans of A to the first gateway and all of B to the second."
      caption="The same six spans of two traces, A (solid) and B (dashed), and the two gateways that must decide about them."
      wide={{
        width: 728,
        height: 192,
        drawing: (
          <>
            <Panel x={2} y={0} {...any} />
            <Panel x={376} y={0} {...byId} />
          </>
        ),
      }}
      narrow={{
        width: 354,
        height: 400,
        drawing: (
          <>
            <Panel x={2} y={0} {...any} />
            <Panel x={2} y={208} {...byId} />
          </>
        ),
      }}
      words={
        <ul className="list-disc pl-5">
          <li>Agent 1 holds two spans of trace A and one of B, agent 2 two of B and one of A.</li>
          <li>
            A balancer that takes turns: gateway 1 gets A, A, B and gateway 2 gets B, B, A. Neither can judge
            either trace.
          </li>
          <li>By trace id: gateway 1 gets the three spans of A, gateway 2 the three of B.</li>
        </ul>
      }
    />
  )
}
