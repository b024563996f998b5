import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { ErrorMark } from '@/components/figures/signal-mark'
import { Wire } from '@/components/figures/wire'
import { WordsTable } from '@/components/figures/words-table'

interface Layer {
  name: string
  says: readonly (readonly [name: string, value: string, wins: boolean])[]
}

/** From the first to the last; a later one wins over an earlier one. */
const layers: readonly Layer[] = [
  { name: 'SDK default', says: [['service.name', 'unknown_service', false]] },
  {
    name: 'environment',
    says: [
      ['service.name', 'payment', true],
      ['service.version', '2.14.0', true],
    ],
  },
  {
    name: 'code',
    says: [
      ['service.namespace', 'shop', true],
      ['host.name', 'node-11', false],
    ],
  },
  { name: 'Collector, override', says: [['host.name', 'gw-1', true]] },
]

function Line({ x, y, text, wins }: { x: number; y: number; text: string; wins: boolean }) {
  return (
    <g>
      <Label x={x} y={y} text={text} mono size={12} tone={wins ? 'ink' : 'soft'} strong={wins} />
      {!wins && (
        <line
          x1={x - 2}
          x2={x + text.length * 7.25}
          y1={y - 4}
          y2={y - 4}
          strokeWidth={1}
          className="stroke-soft"
        />
      )}
    </g>
  )
}

function Stack({ wide }: { wide: boolean }) {
  const width = wide ? 712 : 354
  const heights = layers.map(({ says }) => (wide ? 52 : 40 + says.length * 20))
  let y = 4
  return (
    <>
      {layers.map((layer, index) => {
        const top = y
        const height = heights[index]!
        y += height + 26
        return (
          <g key={layer.name}>
            <rect
              x={4}
              y={top}
              width={width}
              height={height}
              rx={6}
              className="fill-raised stroke-line-strong"
            />
            <Label x={16} y={wide ? top + 31 : top + 22} text={layer.name} strong />
            {layer.says.map(([name, value, wins], line) => (
              <Line
                key={name}
                x={wide ? 190 : 16}
                y={wide ? top + (layer.says.length === 1 ? 31 : 22 + line * 20) : top + 44 + line * 20}
                text={`${name} = ${value}`}
                wins={wins}
              />
            ))}
            {index === layers.length - 1 && (
              <>
                <ErrorMark x={wide ? 350 : 170} y={wide ? top + 27 : top + 40} />
                <Label
                  x={wide ? 364 : 184}
                  y={wide ? top + 31 : top + 44}
                  text={wide ? 'the Collector’s own machine' : 'its own machine'}
                  size={12}
                  tone="error"
                />
              </>
            )}
            {index < layers.length - 1 && (
              <>
                <Wire
                  points={[
                    [40, top + height],
                    [40, top + height + 25],
                  ]}
                />
                <Label x={56} y={top + height + 17} text="is overwritten by" size={11} tone="soft" />
              </>
            )}
          </g>
        )
      })}
    </>
  )
}

export function ResourceLayers() {
  return (
    <FigureFrame
      id="figure-resource-layers"
      title="Four layers, and the last one to speak wins"
      description="Four boxes one after the other: SDK default, environment, code, and a Collector with override. The default service.name is struck out because the environment sets payment. The host.name node-11 set by code is struck out because the Collector writes gw-1, the name of its own host."
      caption="Each layer adds what it knows and wins over those before it. The last layer here is wrong: a Collector that runs on another machine overwrote the truth with its own name."
      wide={{ width: 720, height: 298, drawing: <Stack wide /> }}
      narrow={{ width: 362, height: 366, drawing: <Stack wide={false} /> }}
      words={
        <WordsTable
          label="What each layer says"
          head={['Layer', 'Attribute', 'Value', 'In the end']}
          rows={layers.flatMap((layer) =>
            layer.says.map(([name, value, wins]) => [
              layer.name,
              name,
              value,
              wins ? 'stays' : 'overwritten',
            ]),
          )}
        />
      }
    />
  )
}
