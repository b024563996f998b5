import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { LogMark, MetricMark, TraceMark } from '@/components/figures/signal-mark'
import { Wire } from '@/components/figures/wire'

interface BoxProps {
  x: number
  y: number
  width: number
  name: string
  what: string
  mark: 'metric' | 'trace' | 'log'
}

function Signal({ x, y, width, name, what, mark }: BoxProps) {
  const at = { x: x + 14, y: y + 24 }
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={62}
        rx={6}
        strokeWidth={1.5}
        className="fill-raised stroke-soft"
      />
      {mark === 'metric' && <MetricMark {...at} />}
      {mark === 'trace' && <TraceMark {...at} />}
      {mark === 'log' && <LogMark x={at.x + 14} y={at.y} radius={6} />}
      <Label x={x + 52} y={y + 28} text={name} strong />
      <Label x={x + 14} y={y + 51} text={what} size={12} tone="soft" />
    </g>
  )
}

function Wide() {
  return (
    <>
      <Signal x={4} y={4} width={180} name="metric" what="how many, since when" mark="metric" />
      <Signal x={270} y={4} width={180} name="trace" what="where in the request" mark="trace" />
      <Signal x={536} y={4} width={180} name="logs" what="in whose words" mark="log" />
      <Wire
        tone="accent"
        flows
        points={[
          [184, 35],
          [268, 35],
        ]}
      />
      <Label x={226} y={25} text="exemplar" size={12} anchor="middle" halo />
      <Wire
        tone="accent"
        flows
        points={[
          [450, 35],
          [534, 35],
        ]}
      />
      <Label x={492} y={25} text="both ids" size={12} anchor="middle" halo />
      <rect x={4} y={116} width={712} height={44} rx={6} className="fill-sunken stroke-line" />
      <Label x={18} y={143} text="resource" strong />
      <Label
        x={98}
        y={143}
        text="service.name, service.version, service.instance.id: on all three"
        size={12}
        tone="soft"
      />
      {[94, 360, 626].map((x) => (
        <line
          key={x}
          x1={x}
          x2={x}
          y1={66}
          y2={116}
          strokeWidth={1.5}
          strokeDasharray="4 4"
          className="stroke-soft"
        />
      ))}
    </>
  )
}

function Narrow() {
  return (
    <>
      <Signal x={4} y={4} width={220} name="metric" what="how many, since when" mark="metric" />
      <Signal x={4} y={108} width={220} name="trace" what="where in the request" mark="trace" />
      <Signal x={4} y={212} width={220} name="logs" what="in whose words" mark="log" />
      <Wire
        tone="accent"
        flows
        points={[
          [60, 66],
          [60, 106],
        ]}
      />
      <Label x={72} y={91} text="exemplar" size={12} />
      <Wire
        tone="accent"
        flows
        points={[
          [60, 170],
          [60, 210],
        ]}
      />
      <Label x={72} y={195} text="both ids" size={12} />
      <rect x={252} y={4} width={106} height={270} rx={6} className="fill-sunken stroke-line" />
      <Label x={305} y={110} text="resource" strong anchor="middle" />
      {['service.name', 'service.version', 'service.', 'instance.id'].map((text, index) => (
        <Label key={text} x={305} y={134 + index * 17} text={text} size={11} anchor="middle" tone="soft" />
      ))}
      {[35, 139, 243].map((y) => (
        <line
          key={y}
          x1={224}
          x2={252}
          y1={y}
          y2={y}
          strokeWidth={1.5}
          strokeDasharray="4 4"
          className="stroke-soft"
        />
      ))}
    </>
  )
}

export function ThreeJoins() {
  return (
    <FigureFrame
      id="figure-three-joins"
      title="Three ways from one signal to the next"
      description="A metric leads to a trace by an exemplar. A trace leads to logs by trace id and span id. All three carry the same resource, which joins them where ids cannot."
      caption="The straight way leads from signal to signal, one request at a time. The resource is the wider way: everything that one version or one instance has said."
      wide={{ width: 720, height: 166, drawing: <Wide /> }}
      narrow={{ width: 362, height: 280, drawing: <Narrow /> }}
      moving
      words={
        <ul className="list-disc pl-5">
          <li>Metric to trace: the exemplar’s trace id.</li>
          <li>Trace to logs: trace id and span id.</li>
          <li>
            Any to any: the resource, with service name, version and instance id. It also reaches what has no
            trace at all.
          </li>
        </ul>
      }
    />
  )
}
