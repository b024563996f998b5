import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { Wire } from '@/components/figures/wire'

function Span({ x, y, width, text }: { x: number; y: number; width: number; text: string }) {
  return (
    <g>
      <rect x={x} y={y} width={width} height={20} rx={3} className="fill-trace" />
      <text x={x + 8} y={y + 14} className="fill-paper font-sans text-[12px] font-semibold">
        {text}
      </text>
    </g>
  )
}

const traces = ['7c9e…', '19d0…', 'e4a2…'] as const

function OneParent({ y, wide }: { y: number; wide: boolean }) {
  const right = wide ? 430 : 206
  const width = wide ? 190 : 150
  return (
    <>
      <Label x={4} y={y + 12} text="One message, handled at once: a parent" size={13} strong />
      <Span x={4} y={y + 28} width={width} text="PRODUCER  send" />
      <Label x={4} y={y + 64} text="trace 7c9e…" mono size={11} />
      <Wire
        tone="trace"
        points={[
          [right, y + 38],
          [5 + width, y + 38],
        ]}
      />
      <Label x={(4 + width + right) / 2} y={y + 32} text="parent" size={11} anchor="middle" tone="soft" />
      <Span x={right} y={y + 28} width={width} text="CONSUMER  process" />
      <Label x={right} y={y + 64} text="trace 7c9e…" mono size={11} />
    </>
  )
}

function ManyLinks({ y, wide }: { y: number; wide: boolean }) {
  const right = wide ? 430 : 206
  const width = wide ? 190 : 150
  const target = y + 62
  return (
    <>
      <Label x={4} y={y + 12} text="Three messages in one batch: links" size={13} strong />
      {traces.map((trace, index) => {
        const top = y + 28 + index * 44
        return (
          <g key={trace}>
            <Span x={4} y={top} width={width} text="PRODUCER  send" />
            <Label x={4} y={top + 34} text={`trace ${trace}`} mono size={11} />
            <Wire
              dashed
              tone="context"
              points={[
                [right, target + 10 + (index - 1) * 5],
                [5 + width, top + 10],
              ]}
            />
          </g>
        )
      })}
      <Span x={right} y={target} width={width} text="CONSUMER  process" />
      <Label x={right} y={target + 36} text="trace b05f…, its own" mono size={11} />
      <Label x={right} y={target + 52} text="3 links, no parent" size={12} tone="context" strong />
    </>
  )
}

function Scene({ wide }: { wide: boolean }) {
  return (
    <>
      <OneParent y={4} wide={wide} />
      <line x1={4} x2={wide ? 716 : 358} y1={86} y2={86} className="stroke-line-strong" />
      <ManyLinks y={98} wide={wide} />
    </>
  )
}

export function MessageParentsAndLinks() {
  return (
    <FigureFrame
      id="figure-parents-and-links"
      title="A message has one sender, a batch has many"
      description="Above, a PRODUCER span is the parent of a CONSUMER span in the same trace. Below, three PRODUCER spans in three traces; the CONSUMER span that handles their messages together is in a trace of its own and points to each of them with a dashed link."
      caption="A parent puts the consumer into the producer's trace. Links point from the consumer back to any number of producers, and leave every trace its own."
      wide={{ width: 720, height: 258, drawing: <Scene wide /> }}
      narrow={{ width: 362, height: 258, drawing: <Scene wide={false} /> }}
      words={
        <ul className="list-disc pl-5">
          <li>One message: the CONSUMER span has the PRODUCER span as parent and is in trace 7c9e…</li>
          <li>
            A batch of three: the CONSUMER span is the root of trace b05f… and has three links, to PRODUCER
            spans in the traces 7c9e…, 19d0… and e4a2…
          </li>
        </ul>
      }
    />
  )
}
