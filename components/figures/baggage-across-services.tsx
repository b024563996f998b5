import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { NodeBox } from '@/components/figures/node-box'
import { TagMark } from '@/components/figures/signal-mark'
import { Wire } from '@/components/figures/wire'

const stops = [
  { name: 'web', does: 'sets it', span: 'not on its span', recorded: false },
  { name: 'checkout', does: 'passes it on', span: 'not on its span', recorded: false },
  { name: 'payment', does: 'reads it', span: 'copied to its span', recorded: true },
] as const

function SpanBar({ x, y, width, recorded }: { x: number; y: number; width: number; recorded: boolean }) {
  return (
    <g>
      <rect x={x} y={y} width={width} height={14} rx={2} className="fill-trace" />
      {recorded && <TagMark x={x + width - 30} y={y + 7} />}
    </g>
  )
}

function Wide() {
  return (
    <>
      <Label
        x={4}
        y={18}
        text="baggage: shop.checkout.variant=one-page"
        mono
        size={12}
        tone="context"
        strong
      />
      {stops.map((stop, index) => {
        const x = 4 + index * 190
        return (
          <g key={stop.name}>
            <NodeBox x={x} y={60} width={126} height={54} lines={[stop.name, stop.does]} />
            <SpanBar x={x} y={132} width={126} recorded={stop.recorded} />
            <Label x={x} y={166} text={stop.span} size={12} tone={stop.recorded ? 'context' : 'soft'} />
            {index < 2 && (
              <>
                <Wire
                  tone="context"
                  flows
                  points={[
                    [x + 126, 87],
                    [x + 188, 87],
                  ]}
                />
                <TagMark x={x + 144} y={66} />
              </>
            )}
          </g>
        )
      })}
      <line x1={552} x2={552} y1={30} y2={176} strokeWidth={2} strokeDasharray="6 5" className="stroke-ink" />
      <Label x={546} y={44} text="your border" size={12} anchor="end" strong />
      <Wire
        dashed
        tone="soft"
        points={[
          [510, 87],
          [588, 87],
        ]}
      />
      <Label x={560} y={80} text="strip" size={11} tone="context" />
      <NodeBox x={590} y={60} width={126} height={54} lines={['card company', 'not yours']} dashed />
    </>
  )
}

function Narrow() {
  return (
    <>
      <Label
        x={4}
        y={16}
        text="baggage: shop.checkout.variant=one-page"
        mono
        size={12}
        tone="context"
        strong
      />
      {stops.map((stop, index) => {
        const y = 32 + index * 96
        return (
          <g key={stop.name}>
            <NodeBox x={4} y={y} width={140} height={50} lines={[stop.name, stop.does]} />
            <SpanBar x={164} y={y + 8} width={180} recorded={stop.recorded} />
            <Label x={164} y={y + 42} text={stop.span} size={12} tone={stop.recorded ? 'context' : 'soft'} />
            {index < 2 && (
              <>
                <Wire
                  tone="context"
                  flows
                  points={[
                    [74, y + 50],
                    [74, y + 94],
                  ]}
                />
                <TagMark x={90} y={y + 72} />
              </>
            )}
          </g>
        )
      })}
      <Wire
        dashed
        points={[
          [74, 274],
          [74, 336],
        ]}
      />
      <line x1={4} x2={358} y1={304} y2={304} strokeWidth={2} strokeDasharray="6 5" className="stroke-ink" />
      <Label x={356} y={298} text="your border: strip it here" size={12} anchor="end" strong />
      <NodeBox x={4} y={338} width={140} height={50} lines={['card company', 'not yours']} dashed />
    </>
  )
}

export function BaggageAcrossServices() {
  return (
    <FigureFrame
      id="figure-baggage"
      title="Baggage across three services and up to the border"
      description="Web sets the baggage, checkout passes it on without code, payment reads it and copies it to its span. A dashed border stands between payment and the card company; there the baggage is to be stripped."
      caption="The tag travels with the request. It is on a span only where code puts it, and it crosses your border unless you stop it there."
      wide={{ width: 720, height: 182, drawing: <Wide /> }}
      narrow={{ width: 362, height: 394, drawing: <Narrow /> }}
      moving
      words={
        <ol className="list-decimal pl-5">
          <li>web sets shop.checkout.variant to one-page. Its span does not carry the value.</li>
          <li>checkout passes it on without code. Its span does not carry the value.</li>
          <li>payment reads it and copies it to its span.</li>
          <li>Before the call to the card company, beyond your border, it is to be stripped.</li>
        </ol>
      }
    />
  )
}
