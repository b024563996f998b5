import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { NodeBox } from '@/components/figures/node-box'
import { ErrorMark } from '@/components/figures/signal-mark'
import { Wire } from '@/components/figures/wire'

const places = [
  { name: '1 Sent', where: 'the sender injects', fails: ['client not instrumented,', 'home-made transport'] },
  {
    name: '2 Carried',
    where: 'the wire takes it along',
    fails: ['proxy with a list of', 'headers, queue, browser'],
  },
  {
    name: '3 Read',
    where: 'the receiver extracts',
    fails: ['other format, malformed,', 'header sent twice'],
  },
  {
    name: '4 Used',
    where: 'the span starts in it',
    fails: ['extracted, not passed;', 'thread pool, callback'],
  },
] as const

interface Bar {
  text: string
  x: number
  width: number
  root?: boolean
}

const whole: readonly Bar[] = [
  { text: 'web', x: 0, width: 1, root: true },
  { text: 'checkout', x: 0.1, width: 0.8 },
  { text: 'payment', x: 0.25, width: 0.55 },
]

function Trace({
  bars,
  x,
  y,
  width,
  wrong,
}: {
  bars: readonly Bar[]
  x: number
  y: number
  width: number
  wrong?: boolean
}) {
  return (
    <g>
      {bars.map((bar, index) => (
        <g key={bar.text}>
          <rect
            x={x + bar.x * width}
            y={y + index * 20}
            width={bar.width * width}
            height={16}
            rx={2}
            className="fill-trace"
          />
          <text
            x={x + bar.x * width + 6}
            y={y + index * 20 + 12}
            className="fill-paper font-sans text-[12px] font-semibold"
          >
            {bar.text}
          </text>
          {wrong && bar.root && <ErrorMark x={x + bar.x * width - 12} y={y + index * 20 + 8} />}
        </g>
      ))}
    </g>
  )
}

const first: readonly Bar[] = [{ text: 'web', x: 0, width: 1, root: true }]
const second: readonly Bar[] = [
  { text: 'checkout', x: 0.1, width: 0.8, root: true },
  { text: 'payment', x: 0.25, width: 0.55 },
]

function Wide() {
  return (
    <>
      {places.map((place, index) => {
        const x = 4 + index * 182
        return (
          <g key={place.name}>
            <NodeBox
              x={x}
              y={8}
              width={150}
              height={54}
              lines={[place.name, place.where]}
              tone={index === 1 ? 'soft' : 'trace'}
              dashed={index === 1}
              size={12}
            />
            {index < 3 && (
              <Wire
                flows
                tone="context"
                points={[
                  [x + 150, 35],
                  [x + 181, 35],
                ]}
              />
            )}
            <ErrorMark x={x + 8} y={82} />
            {place.fails.map((line, row) => (
              <Label key={line} x={x + 20} y={86 + row * 17} text={line} size={12} />
            ))}
          </g>
        )
      })}
      <line x1={4} x2={716} y1={122} y2={122} className="stroke-line-strong" />
      <Label x={4} y={146} text="All four done: one trace" size={12} strong />
      <Trace bars={whole} x={4} y={156} width={300} />
      <Label
        x={376}
        y={146}
        text="One missed: two traces, and a root where none should be"
        size={12}
        strong
      />
      <Trace bars={first} x={376} y={156} width={300} wrong={false} />
      <Trace bars={second} x={376} y={184} width={300} wrong />
    </>
  )
}

function Narrow() {
  return (
    <>
      {places.map((place, index) => {
        const y = 4 + index * 76
        return (
          <g key={place.name}>
            <NodeBox
              x={4}
              y={y}
              width={156}
              height={50}
              lines={[place.name, place.where]}
              tone={index === 1 ? 'soft' : 'trace'}
              dashed={index === 1}
              size={12}
            />
            {index < 3 && (
              <Wire
                flows
                tone="context"
                points={[
                  [82, y + 50],
                  [82, y + 75],
                ]}
              />
            )}
            <ErrorMark x={182} y={y + 18} />
            {place.fails.map((line, row) => (
              <Label key={line} x={196} y={y + 22 + row * 17} text={line} size={12} />
            ))}
          </g>
        )
      })}
      <line x1={4} x2={358} y1={296} y2={296} className="stroke-line-strong" />
      <Label x={4} y={320} text="All four done: one trace" size={12} strong />
      <Trace bars={whole} x={4} y={330} width={320} />
      <Label x={4} y={412} text="One missed: two, and a root too many" size={12} strong />
      <Trace bars={first} x={4} y={422} width={320} />
      <Trace bars={second} x={4} y={450} width={320} wrong />
    </>
  )
}

export function WhereATraceBreaks() {
  return (
    <FigureFrame
      id="figure-where-a-trace-breaks"
      title="Four places where a trace breaks"
      description="Four steps from the sender to the receiver: sent, carried, read, used. Under each stands what goes wrong there. Below, one whole trace of web, checkout and payment beside two halves, the second of which begins with checkout as a root."
      caption="Context must be sent, carried, read and used. Whichever fails, the picture is the same: the first trace ends too early and the second begins with a root."
      wide={{ width: 720, height: 230, drawing: <Wide /> }}
      narrow={{ width: 362, height: 496, drawing: <Narrow /> }}
      moving
      words={
        <ol className="list-decimal pl-5">
          {places.map(({ name, where, fails }) => (
            <li key={name}>
              {name.slice(2)}: {where}. Fails by: {fails.join(' ')}.
            </li>
          ))}
        </ol>
      }
    />
  )
}
