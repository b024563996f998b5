import { FigureFrame } from '@/components/figures/figure-frame'
import { Label, type Tone } from '@/components/figures/label'
import { NodeBox } from '@/components/figures/node-box'
import { Wire } from '@/components/figures/wire'

interface Pipeline {
  signal: string
  tone: Tone
  processors: readonly string[]
  exporter: readonly string[]
}

const pipelines: readonly Pipeline[] = [
  {
    signal: 'traces',
    tone: 'trace',
    processors: ['memory_limiter', 'filter', 'resource'],
    exporter: ['otlp_grpc'],
  },
  {
    signal: 'metrics',
    tone: 'metric',
    processors: ['memory_limiter', 'resource'],
    exporter: ['prometheus_', 'remote_write'],
  },
  { signal: 'logs', tone: 'log', processors: ['memory_limiter', 'resource'], exporter: ['otlp_http'] },
]

const rowOf = (pipeline: Pipeline, index: number): number =>
  index === pipeline.processors.length - 1 ? 2 : index

function Pipelines({ width }: { width: number }) {
  const column = (width - 8) / 3
  const box = Math.min(column - 28, 150)
  const size = width > 400 ? 12 : 11
  const centre = (index: number) => 4 + column * (index + 0.5)
  const between = 4 + column
  const tops = [98, 154, 210] as const
  return (
    <>
      <NodeBox x={4} y={4} width={width - 8} height={36} lines={['otlp receiver']} tone="accent" />
      {pipelines.map((pipeline, at) => {
        const x = centre(at)
        const stops = [40, ...pipeline.processors.map((_, index) => tops[rowOf(pipeline, index)]!), 282]
        return (
          <g key={pipeline.signal}>
            <Label x={x + 8} y={72} text={pipeline.signal} strong tone={pipeline.tone} />
            {stops.slice(1).map((stop, index) => (
              <Wire
                key={stop}
                tone={pipeline.tone}
                flows
                points={[
                  [x, index === 0 ? 40 : stops[index]! + 34],
                  [x, stop],
                ]}
              />
            ))}
            {pipeline.processors.map((name, index) => (
              <NodeBox
                key={name}
                x={x - box / 2}
                y={tops[rowOf(pipeline, index)]!}
                width={box}
                height={34}
                lines={width > 400 ? [name] : name.split(/(?<=_)/)}
                mono
                size={size}
              />
            ))}
            <NodeBox
              x={x - box / 2}
              y={282}
              width={box}
              height={42}
              lines={pipeline.exporter}
              mono
              size={size}
              tone={pipeline.tone}
            />
          </g>
        )
      })}
      <Wire
        tone="trace"
        points={[
          [centre(0), 264],
          [between, 264],
          [between, 84],
          [centre(1) - 2, 84],
        ]}
        dashed
      />
      <g transform={`translate(${between} 174) rotate(-90)`}>
        <rect
          x={-46}
          y={-11}
          width={92}
          height={22}
          rx={4}
          className="fill-paper stroke-trace"
          strokeDasharray="4 3"
        />
        <Label x={0} y={4} text="span_metrics" anchor="middle" mono size={11} />
      </g>
    </>
  )
}

export function CollectorPipelines() {
  return (
    <FigureFrame
      id="figure-collector-pipelines"
      title="Three pipelines inside one Collector"
      description="One OTLP receiver feeds three pipelines, for traces, metrics and logs. Each begins with memory_limiter. The traces pipeline also has a filter. The span_metrics connector ends the traces pipeline and begins again at the top of the metrics pipeline."
      caption="Each signal has its own pipeline, from the receiver at the top to an exporter at the bottom. The dashed line is a connector: it counts the spans of one pipeline and feeds the counts into another."
      wide={{ width: 720, height: 330, drawing: <Pipelines width={720} /> }}
      narrow={{ width: 362, height: 330, drawing: <Pipelines width={362} /> }}
      moving
      words={
        <ul className="list-disc pl-5">
          <li>
            Traces: otlp, memory_limiter, filter, resource, then otlp_grpc and the connector span_metrics.
          </li>
          <li>
            Metrics: otlp and the connector span_metrics, memory_limiter, resource, then
            prometheus_remote_write.
          </li>
          <li>Logs: otlp, memory_limiter, resource, then otlp_http.</li>
        </ul>
      }
    />
  )
}
