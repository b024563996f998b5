import { FigureFrame } from '@/components/figures/figure-frame'
import { Label, type Tone } from '@/components/figures/label'
import { LogMark } from '@/components/figures/signal-mark'

const panelHeight = 178
const bars = [10, 22, 34, 18, 8, 5, 3]

interface PanelProps {
  x: number
  y: number
  width: number
  title: string
  tone: Tone
  ids: readonly string[]
}

function PanelFrame({ x, y, width, title, tone, ids }: PanelProps) {
  return (
    <>
      <rect x={x} y={y} width={width} height={panelHeight} rx={6} className="fill-raised stroke-line" />
      <Label x={x + 12} y={y + 22} text={title} strong tone={tone} />
      {ids.map((id, index) => (
        <Label
          key={id}
          x={x + 12}
          y={y + 138 + index * 18}
          text={id}
          mono
          size={11}
          tone={id.startsWith('no ') ? 'soft' : 'ink'}
        />
      ))}
    </>
  )
}

function SpanPanel({ x, y, width }: { x: number; y: number; width: number }) {
  return (
    <g>
      <PanelFrame
        x={x}
        y={y}
        width={width}
        title="Span"
        tone="trace"
        ids={['trace_id 7c9e2f41…', 'span_id  3fa7816d…']}
      />
      <rect x={x + 12} y={y + 50} width={width - 24} height={22} rx={3} className="fill-trace" />
      <Label x={x + 12} y={y + 90} text="POST /charges" size={12} />
      <Label x={x + width - 12} y={y + 90} text="2,006 ms" size={12} anchor="end" />
      <Label x={x + 12} y={y + 112} text="one record per piece of work" size={12} tone="soft" />
    </g>
  )
}

function MetricPanel({ x, y, width }: { x: number; y: number; width: number }) {
  const step = (width - 24) / bars.length
  const points = bars.map((height, index) => `${x + 12 + (index + 0.5) * step},${y + 78 - height}`).join(' ')
  const exemplarX = x + 12 + 6.5 * step
  return (
    <g>
      <PanelFrame
        x={x}
        y={y}
        width={width}
        title="Metric"
        tone="metric"
        ids={['no trace id on the point', 'exemplar 7c9e2f41…']}
      />
      <line x1={x + 12} x2={x + width - 12} y1={y + 80} y2={y + 80} className="stroke-line-strong" />
      <polyline
        points={points}
        fill="none"
        strokeWidth={2.5}
        strokeLinejoin="round"
        className="stroke-metric"
      />
      <path
        d={`M${exemplarX} ${y + 67} l6 6 l-6 6 l-6 -6 Z`}
        strokeWidth={1.5}
        className="fill-paper stroke-trace"
      />
      <line x1={exemplarX} x2={exemplarX} y1={y + 66} y2={y + 46} className="stroke-trace" />
      <Label x={exemplarX + 6} y={y + 40} text="exemplar" size={11} anchor="end" tone="trace" />
      <Label x={x + 12} y={y + 95} text="0.1 s" size={11} tone="soft" />
      <Label x={x + width - 12} y={y + 95} text="> 1 s" size={11} anchor="end" tone="soft" />
      <Label x={x + 12} y={y + 114} text="+1 in a bucket of a histogram" size={12} tone="soft" />
    </g>
  )
}

function LogPanel({ x, y, width }: { x: number; y: number; width: number }) {
  return (
    <g>
      <PanelFrame
        x={x}
        y={y}
        width={width}
        title="Log record"
        tone="log"
        ids={['trace_id 7c9e2f41…', 'span_id  6d2c9be1…']}
      />
      <LogMark x={x + 19} y={y + 57} radius={7} />
      <Label x={x + 36} y={y + 61} text="WARN" size={12} strong />
      <Label x={x + 12} y={y + 90} text="no free connection," size={12} />
      <Label x={x + 12} y={y + 108} text="90 requests waiting" size={12} />
    </g>
  )
}

function Resource({ x, y, width }: { x: number; y: number; width: number }) {
  return (
    <g>
      <rect x={x} y={y} width={width} height={46} rx={6} className="fill-sunken stroke-line-strong" />
      <Label x={x + width / 2} y={y + 19} text="Resource and scope: on all three" anchor="middle" strong />
      <Label x={x + width / 2} y={y + 37} text="service.name = payment" anchor="middle" mono size={12} />
    </g>
  )
}

export function OneRequestThreeSignals() {
  return (
    <FigureFrame
      id="figure-one-request"
      title="One request as span, metric and log record"
      description="Three panels. The span carries a trace id and a span id. The metric point carries neither; an exemplar beside it carries the trace id. The log record carries the trace id and the id of the span it was written in. Under all three lies the same resource."
      caption="One request, three signals. Look at what each carries: the resource is on all, the trace id on two, and a metric point has none but may keep an exemplar."
      wide={{
        width: 720,
        height: 244,
        drawing: (
          <>
            <SpanPanel x={4} y={4} width={228} />
            <MetricPanel x={246} y={4} width={228} />
            <LogPanel x={488} y={4} width={228} />
            <Resource x={4} y={194} width={712} />
          </>
        ),
      }}
      narrow={{
        width: 362,
        height: 624,
        drawing: (
          <>
            <SpanPanel x={4} y={4} width={354} />
            <MetricPanel x={4} y={194} width={354} />
            <LogPanel x={4} y={384} width={354} />
            <Resource x={4} y={574} width={354} />
          </>
        ),
      }}
      words={
        <p>
          The span POST /charges lasts 2,006 ms and carries trace id 7c9e2f41… and span id 3fa7816d…. The
          metric adds one to a bucket of a histogram; the point has no trace id, an exemplar beside it has.
          The log record was written while the span 6d2c9be1…, a child of the first, was active, and so it
          carries that id and the same trace id. All three carry the resource with service.name = payment, and
          their scope.
        </p>
      }
    />
  )
}
