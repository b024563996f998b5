import { traceId } from '@/components/figures/checkout-trace'
import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { Wire } from '@/components/figures/wire'
import { WordsTable } from '@/components/figures/words-table'

interface Span {
  kind: 'SERVER' | 'CLIENT'
  name: string
  id: string
  parent: string
}

interface Service {
  name: string
  spans: readonly Span[]
}

const services: readonly Service[] = [
  {
    name: 'web',
    spans: [
      { kind: 'SERVER', name: 'POST /checkout', id: '1f0a6c3be29d4857', parent: 'none: the root' },
      { kind: 'CLIENT', name: 'POST', id: 'a3d1579c0e42b86f', parent: '1f0a6c3be29d4857' },
    ],
  },
  {
    name: 'checkout',
    spans: [
      { kind: 'SERVER', name: 'POST /orders', id: '52b8e0f41c7d936a', parent: 'a3d1579c0e42b86f' },
      { kind: 'CLIENT', name: 'POST', id: 'e05b92c6418fd37a', parent: '52b8e0f41c7d936a' },
    ],
  },
  {
    name: 'payment',
    spans: [{ kind: 'SERVER', name: 'POST /charges', id: '3fa7816d95ec20b4', parent: 'e05b92c6418fd37a' }],
  },
]

const spanHeight = 46

function ServiceBox({
  service,
  y,
  width,
  wide,
}: {
  service: Service
  y: number
  width: number
  wide: boolean
}) {
  const height = 32 + service.spans.length * spanHeight
  return (
    <g>
      <rect x={4} y={y} width={width - 8} height={height} rx={6} className="fill-raised stroke-line-strong" />
      <Label x={16} y={y + 21} text={service.name} strong />
      {service.spans.map((span, index) => {
        const top = y + 30 + index * spanHeight
        const left = 16 + index * 24
        return (
          <g key={span.id}>
            <rect x={left} y={top} width={wide ? 250 : 200} height={20} rx={3} className="fill-trace" />
            <text x={left + 8} y={top + 14} className="fill-paper font-sans text-[12px] font-semibold">
              {`${span.kind}  ${span.name}`}
            </text>
            {wide ? (
              <>
                <Label x={310} y={top + 14} text={`span ${span.id}`} mono size={12} />
                <Label x={496} y={top + 14} text={`parent ${span.parent}`} mono size={12} tone="context" />
              </>
            ) : (
              <Label x={left} y={top + 34} text={`span ${span.id}`} mono size={11} />
            )}
          </g>
        )
      })}
    </g>
  )
}

function WideHeader({ y, parent }: { y: number; parent: string }) {
  return (
    <g>
      <Wire
        tone="trace"
        flows
        points={[
          [60, y],
          [60, y + 62],
        ]}
      />
      <Label x={80} y={y + 36} text="traceparent:" mono size={12} />
      <Label x={172} y={y + 36} text="00-" mono size={12} />
      <Label x={194} y={y + 36} text={traceId} mono size={12} tone="trace" strong />
      <Label x={425} y={y + 36} text="-" mono size={12} />
      <rect x={434} y={y + 22} width={122} height={20} rx={3} className="fill-context-wash stroke-context" />
      <Label x={437} y={y + 36} text={parent} mono size={12} tone="context" strong />
      <Label x={559} y={y + 36} text="-01" mono size={12} />
      <Label x={194} y={y + 54} text="trace-id: stays the same" size={12} tone="trace" />
      <Label x={434} y={y + 58} text="parent-id: rewritten" size={12} tone="context" />
      <Label x={700} y={y + 20} text="inject" size={12} anchor="end" tone="soft" />
      <Label x={700} y={y + 58} text="extract" size={12} anchor="end" tone="soft" />
    </g>
  )
}

function NarrowHeader({ y, parent }: { y: number; parent: string }) {
  return (
    <g>
      <Wire
        tone="trace"
        flows
        points={[
          [24, y],
          [24, y + 92],
        ]}
      />
      <Label x={44} y={y + 20} text="traceparent: 00-" mono size={12} />
      <Label x={44} y={y + 40} text={traceId} mono size={12} tone="trace" strong />
      <Label x={278} y={y + 40} text="same" size={12} tone="trace" />
      <rect x={43} y={y + 48} width={122} height={20} rx={3} className="fill-context-wash stroke-context" />
      <Label x={46} y={y + 62} text={parent} mono size={12} tone="context" strong />
      <Label x={174} y={y + 62} text="parent-id: rewritten" size={12} tone="context" />
      <Label x={44} y={y + 84} text="-01" mono size={12} />
      <Label x={354} y={y + 18} text="inject" size={12} anchor="end" tone="soft" />
      <Label x={354} y={y + 84} text="extract" size={12} anchor="end" tone="soft" />
    </g>
  )
}

function Hops({ wide }: { wide: boolean }) {
  const gap = wide ? 64 : 94
  const tops = [4, 4 + 124 + gap, 4 + 2 * (124 + gap)]
  return (
    <>
      {services.map((service, index) => {
        const y = tops[index]!
        const sent = service.spans.find((span) => span.kind === 'CLIENT')
        return (
          <g key={service.name}>
            <ServiceBox service={service} y={y} width={wide ? 720 : 362} wide={wide} />
            {sent && wide && <WideHeader y={y + 124} parent={sent.id} />}
            {sent && !wide && <NarrowHeader y={y + 124} parent={sent.id} />}
          </g>
        )
      })}
    </>
  )
}

export function PropagationHop() {
  return (
    <FigureFrame
      id="figure-propagation-hop"
      title="Two hops with their real headers"
      description="Web has a SERVER span and a CLIENT span. The id of the CLIENT span goes into the traceparent header to checkout, whose SERVER span has it as parent. Checkout's own CLIENT span sends a header to payment with the same trace-id and a new parent-id."
      caption="Two hops. The trace-id is the same in both headers; the parent-id is the id of whichever CLIENT span sent the request."
      wide={{ width: 720, height: 464, drawing: <Hops wide /> }}
      narrow={{ width: 362, height: 526, drawing: <Hops wide={false} /> }}
      moving
      words={
        <WordsTable
          label="The spans of two hops"
          head={['Service', 'Span', 'Span id', 'Parent']}
          rows={services.flatMap((service) =>
            service.spans.map((span) => [service.name, `${span.kind} ${span.name}`, span.id, span.parent]),
          )}
        />
      }
    />
  )
}
