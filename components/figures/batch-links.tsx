import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { Wire } from '@/components/figures/wire'
import { WordsTable } from '@/components/figures/words-table'

const producers = [
  { trace: '7c9e2f41…', span: '07c5ea91…' },
  { trace: '0d83b6f2…', span: 'b2e47d10…' },
  { trace: 'e15a907c…', span: '4f9c63a8…' },
] as const
const consumer = { trace: '93d0c7be…', span: '61ad28f5…' }

interface BarProps {
  x: number
  y: number
  width: number
  text: string
}

function Bar({ x, y, width, text }: BarProps) {
  return (
    <g>
      <rect x={x} y={y} width={width} height={24} rx={3} className="fill-trace" />
      <text x={x + 8} y={y + 16} className="fill-paper font-sans text-[12px] font-semibold">
        {text}
      </text>
    </g>
  )
}

function Wide() {
  return (
    <>
      {producers.map(({ trace, span }, index) => {
        const y = 8 + index * 76
        return (
          <g key={trace}>
            <rect x={4} y={y} width={270} height={64} rx={6} className="fill-raised stroke-line-strong" />
            <Label x={16} y={y + 20} text={`trace ${trace}`} mono size={12} />
            <Bar x={16} y={y + 30} width={246} text={`PRODUCER  send, span ${span}`} />
            <Wire
              tone="trace"
              dashed
              points={[
                [440, 104 + index * 18],
                [278, y + 42],
              ]}
            />
          </g>
        )
      })}
      <rect x={440} y={66} width={276} height={112} rx={6} className="fill-raised stroke-line-strong" />
      <Label x={452} y={86} text={`trace ${consumer.trace}`} mono size={12} />
      <Bar x={452} y={98} width={252} text="CONSUMER  process" />
      <Label x={452} y={142} text="parent: none of the three" size={12} />
      <Label x={452} y={162} text="links: all of the three" size={12} />
      <Label x={360} y={30} text="a link points back" size={12} anchor="middle" tone="trace" halo />
    </>
  )
}

function Narrow() {
  return (
    <>
      {producers.map(({ trace, span }, index) => {
        const y = 6 + index * 76
        return (
          <g key={trace}>
            <rect x={40} y={y} width={318} height={64} rx={6} className="fill-raised stroke-line-strong" />
            <Label x={52} y={y + 20} text={`trace ${trace}`} mono size={12} />
            <Bar x={52} y={y + 30} width={292} text={`PRODUCER  send, span ${span}`} />
            <Wire
              tone="trace"
              dashed
              points={[
                [10 + index * 9, 290],
                [10 + index * 9, y + 42],
                [38, y + 42],
              ]}
            />
          </g>
        )
      })}
      <Label x={46} y={258} text="a link points back" size={12} tone="trace" />
      <rect x={4} y={290} width={354} height={112} rx={6} className="fill-raised stroke-line-strong" />
      <Label x={16} y={310} text={`trace ${consumer.trace}`} mono size={12} />
      <Bar x={16} y={322} width={330} text="CONSUMER  process" />
      <Label x={16} y={366} text="parent: none of the three" size={12} />
      <Label x={16} y={386} text="links: all of the three" size={12} />
    </>
  )
}

export function BatchLinks() {
  return (
    <FigureFrame
      id="figure-batch-links"
      title="A batch of three messages, joined by links"
      description="Three boxes, each a trace of its own with a PRODUCER span. A fourth trace has one CONSUMER span. From it three dashed arrows point back, one to each PRODUCER span. It has none of them as its parent."
      caption="Four traces. The span of mailer took three messages at once and links to what produced each of them."
      wide={{ width: 720, height: 240, drawing: <Wide /> }}
      narrow={{ width: 362, height: 410, drawing: <Narrow /> }}
      words={
        <WordsTable
          label="The four traces"
          head={['Trace', 'Span', 'Parent', 'Links to']}
          rows={[
            ...producers.map(({ trace, span }) => [
              trace,
              `PRODUCER send, ${span}`,
              'a span of checkout',
              'nothing',
            ]),
            [
              consumer.trace,
              `CONSUMER process, ${consumer.span}`,
              'none of the three',
              producers.map(({ span }) => span).join(', '),
            ],
          ]}
        />
      }
    />
  )
}
