import { checkoutTrace, criticalPath, type TraceSpan } from '@/components/figures/checkout-trace'
import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { WordsTable } from '@/components/figures/words-table'

const total = 2100
const path = criticalPath(checkoutTrace)

const depthOf = (span: TraceSpan): number => {
  const parent = checkoutTrace.find((other) => other.id === span.parent)
  return parent ? depthOf(parent) + 1 : 0
}

const ownTime = (id: string): number =>
  path.filter((part) => part.span === id).reduce((sum, part) => sum + part.end - part.start, 0)

const milliseconds = (value: number): string => `${value.toLocaleString('en-GB')} ms`

interface LayoutProps {
  left: number
  width: number
  /** Distance of the rows; the label stands beside the bar or above it. */
  step: number
  above: boolean
}

function Waterfall({ left, width, step, above }: LayoutProps) {
  const scale = width / total
  const at = (ms: number): number => left + ms * scale
  const height = checkoutTrace.length * step
  return (
    <>
      {[0, 500, 1000, 1500, 2000].map((ms) => (
        <g key={ms}>
          <line x1={at(ms)} x2={at(ms)} y1={22} y2={26 + height} className="stroke-line" />
          <Label
            x={at(ms)}
            y={15}
            text={ms === 0 ? '0' : milliseconds(ms)}
            size={11}
            anchor={ms === 0 ? 'start' : 'middle'}
            tone="soft"
          />
        </g>
      ))}
      {checkoutTrace.map((span, index) => {
        const y = 28 + index * step + (above ? 17 : 5)
        const parts = path.filter((part) => part.span === span.id)
        const duration = span.end - span.start
        return (
          <g key={span.id}>
            <Label
              x={above ? 4 : 4 + depthOf(span) * 9}
              y={above ? y - 4 : y + 11}
              text={
                above
                  ? `${span.service}: ${span.name}, ${milliseconds(duration)}`
                  : `${span.service}: ${span.name}`
              }
              size={12}
            />
            <rect
              x={at(span.start)}
              y={y}
              width={Math.max(duration * scale, 2)}
              height={14}
              rx={2}
              strokeWidth={1}
              className="fill-trace-wash stroke-trace"
            />
            {parts.map((part) => (
              <rect
                key={part.start}
                x={at(part.start)}
                y={y}
                width={Math.max((part.end - part.start) * scale, 2)}
                height={14}
                rx={1}
                className="fill-trace"
              />
            ))}
            {!above && <Duration span={span} at={at} y={y + 11} />}
          </g>
        )
      })}
    </>
  )
}

interface DurationProps {
  span: TraceSpan
  at: (ms: number) => number
  y: number
}

/** In the middle of a long bar that only waits; else beside the bar, where there is room. */
function Duration({ span, at, y }: DurationProps) {
  const duration = span.end - span.start
  const text = milliseconds(duration)
  if (ownTime(span.id) > 1500) return <Label x={at(span.end) + 5} y={y} text={text} size={11} strong />
  if (duration > 1500) return <Label x={at(total / 2)} y={y} text={text} size={11} anchor="middle" />
  if (span.end > 1500) return <Label x={at(span.start) - 6} y={y} text={text} size={11} anchor="end" />
  return <Label x={at(span.end) + 6} y={y} text={text} size={11} />
}

function Key({ y }: { y: number }) {
  return (
    <>
      <rect x={4} y={y} width={26} height={12} rx={2} className="fill-trace" />
      <Label x={38} y={y + 11} text="on the critical path" size={12} />
      <rect x={176} y={y} width={26} height={12} rx={2} className="fill-trace-wash stroke-trace" />
      <Label x={210} y={y + 11} text="waiting for a child" size={12} />
    </>
  )
}

const wideBottom = 28 + checkoutTrace.length * 26
const narrowBottom = 28 + checkoutTrace.length * 38

export function CheckoutWaterfall() {
  return (
    <FigureFrame
      id="figure-waterfall"
      title="The 2.1-second checkout as a waterfall"
      description="Twelve spans below each other along 2,100 milliseconds. The root in web lasts 2,100 ms. On the critical path the span 'wait for connection' in payment takes 1,800 ms; the query, the call to the card company and the update after it take 200 ms together."
      caption="Each bar is a span, children below their parents. Filled parts are the critical path: what the request was waiting for at that moment."
      wide={{
        width: 720,
        height: wideBottom + 32,
        drawing: (
          <>
            <Waterfall left={232} width={480} step={26} above={false} />
            <Key y={wideBottom + 12} />
          </>
        ),
      }}
      narrow={{
        width: 362,
        height: narrowBottom + 32,
        drawing: (
          <>
            <Waterfall left={4} width={352} step={38} above />
            <Key y={narrowBottom + 12} />
          </>
        ),
      }}
      words={
        <WordsTable
          label="The spans of the checkout"
          head={['Span', 'Kind', 'From, ms', 'To, ms', 'On the critical path, ms']}
          rows={checkoutTrace.map((span) => [
            `${span.service}: ${span.name}`,
            span.kind,
            span.start,
            span.end,
            ownTime(span.id),
          ])}
        />
      }
    />
  )
}
