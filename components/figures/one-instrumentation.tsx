import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { NodeBox } from '@/components/figures/node-box'
import { LogMark, MetricMark, TraceMark } from '@/components/figures/signal-mark'
import { Wire } from '@/components/figures/wire'

const services = ['web', 'checkout', 'inventory', 'payment', 'mailer'] as const
const stores = ['trace store', 'metric store', 'log store'] as const
const tones = ['trace', 'metric', 'log'] as const

function StoreMark({ index, x, y }: { index: number; x: number; y: number }) {
  if (index === 0) return <TraceMark x={x - 14} y={y} />
  if (index === 1) return <MetricMark x={x - 14} y={y} />
  return <LogMark x={x} y={y} radius={6} />
}

function Wide() {
  return (
    <>
      {services.map((service, index) => {
        const y = 26 + index * 58
        return (
          <g key={service}>
            <NodeBox x={8} y={y} width={150} height={46} lines={[service, 'API + SDK']} />
            <Wire
              points={[
                [158, y + 23],
                [230, y + 23],
                [298, 130 + index * 10],
              ]}
              flows
              tone="accent"
            />
          </g>
        )
      })}
      <Label x={194} y={16} text="OTLP" anchor="middle" strong tone="accent" />
      <NodeBox
        x={300}
        y={100}
        width={130}
        height={100}
        lines={['Collector', 'receives,', 'changes, forwards']}
        tone="accent"
      />
      {stores.map((store, index) => {
        const y = 48 + index * 82
        return (
          <g key={store}>
            <Wire
              points={[
                [430, 130 + index * 20],
                [490, y + 20],
                [562, y + 20],
              ]}
              flows
              tone={tones[index]}
            />
            <NodeBox x={564} y={y} width={150} height={40} lines={[store]} tone={tones[index]} />
            <StoreMark index={index} x={639} y={y + 54} />
          </g>
        )
      })}
    </>
  )
}

function Narrow() {
  return (
    <>
      {services.map((service, index) => {
        const x = 2 + index * 72
        return (
          <g key={service}>
            <NodeBox x={x} y={4} width={68} height={44} lines={[service, 'API + SDK']} size={11} />
            <Wire
              points={[
                [x + 34, 48],
                [x + 34, 74],
                [140 + index * 20, 112],
              ]}
              flows
              tone="accent"
            />
          </g>
        )
      })}
      <Label x={6} y={96} text="OTLP" strong tone="accent" />
      <NodeBox
        x={100}
        y={114}
        width={160}
        height={60}
        lines={['Collector', 'receives, changes, forwards']}
        size={11}
        tone="accent"
      />
      {stores.map((store, index) => {
        const x = 6 + index * 120
        return (
          <g key={store}>
            <Wire
              points={[
                [140 + index * 40, 174],
                [x + 54, 206],
                [x + 54, 230],
              ]}
              flows
              tone={tones[index]}
            />
            <NodeBox x={x} y={232} width={108} height={36} lines={[store]} tone={tones[index]} />
            <StoreMark index={index} x={x + 54} y={284} />
          </g>
        )
      })}
    </>
  )
}

export function OneInstrumentation() {
  return (
    <FigureFrame
      id="figure-one-instrumentation"
      title="One instrumentation, one pipeline, many backends"
      description="Five services, each with the OpenTelemetry API and SDK, send OTLP to one Collector. The Collector sends traces to a trace store, metrics to a metric store and logs to a log store."
      caption="Before the Collector is what you write and own. After it is what you may choose again next year."
      wide={{ width: 720, height: 320, drawing: <Wide /> }}
      narrow={{ width: 362, height: 298, drawing: <Narrow /> }}
      moving
      words={
        <p>
          The services web, checkout, inventory, payment and mailer each contain the API and the SDK. All of
          them send OTLP to one Collector. From there three ways lead on: traces to a trace store, metrics to
          a metric store, logs to a log store. To exchange a store you change the Collector only.
        </p>
      }
    />
  )
}
