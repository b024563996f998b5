import { cartTrace } from '@/components/figures/cart-trace'
import { criticalPath, type TraceSpan } from '@/components/figures/checkout-trace'
import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { WordsTable } from '@/components/figures/words-table'

const trace = cartTrace()
const path = criticalPath(trace)
const total = 900

const find = (id: string): TraceSpan => trace.find((span) => span.id === id)!
const calls = trace.filter((span) => span.name === 'GET' && span.service === 'checkout')
const rows = [
  { span: find('web'), label: 'web: GET /cart' },
  { span: find('call'), label: 'web: GET' },
  { span: find('cart'), label: 'checkout: GET /carts/{id}' },
  { span: find('query'), label: 'checkout: SELECT carts' },
  { span: find('quote'), label: 'checkout: POST (quote)' },
] as const

/** Time on the path of a span itself and, for a call, of what it waits for in the other service. */
const onPath = (id: string): { start: number; end: number }[] =>
  path.filter((part) => part.span === id || part.span === `${id}-server`)

interface LayoutProps {
  left: number
  width: number
  step: number
  above: boolean
  stair: number
}

function Waterfall({ left, width, step, above, stair }: LayoutProps) {
  const at = (ms: number): number => left + (ms * width) / total
  const stairTop = 30 + rows.length * step + (above ? 20 : 4)
  const bottom = stairTop + calls.length * stair + 6
  const quote = find('quote')
  const last = calls.at(-1)!
  const quoteY = 30 + 4 * step + (above ? 17 : 4)
  return (
    <>
      {[0, 300, 600, 900].map((ms) => (
        <g key={ms}>
          <line x1={at(ms)} x2={at(ms)} y1={22} y2={bottom} className="stroke-line" />
          <Label
            x={at(ms)}
            y={15}
            text={ms === 0 ? '0' : `${ms} ms`}
            size={11}
            tone="soft"
            anchor={ms === 0 ? 'start' : ms === total ? 'end' : 'middle'}
          />
        </g>
      ))}
      {rows.map(({ span, label }, index) => (
        <Row
          key={span.id}
          span={span}
          label={label}
          y={30 + index * step + (above ? 17 : 4)}
          at={at}
          above={above}
        />
      ))}
      <Label
        x={4}
        y={above ? stairTop - 6 : stairTop + 10}
        text={above ? 'checkout: GET, 24 calls to inventory' : 'checkout: GET (inventory)'}
        size={12}
      />
      {!above && <Label x={4} y={stairTop + 27} text="24 calls of 30 ms" size={12} tone="soft" />}
      {calls.map((call, index) => (
        <rect
          key={call.id}
          x={at(call.start)}
          y={stairTop + index * stair}
          width={Math.max(at(call.end) - at(call.start), 2)}
          height={stair - 1}
          className="fill-trace"
        />
      ))}
      <line
        x1={at(quote.end) + 3}
        x2={at(last.end)}
        y1={quoteY + 7}
        y2={quoteY + 7}
        strokeDasharray="3 4"
        strokeWidth={1.5}
        className="stroke-ink"
      />
      <Label
        x={at((quote.end + last.end) / 2)}
        y={quoteY + 2}
        text={`slack: ${last.end - quote.end} ms`}
        size={12}
        anchor="middle"
        halo
        strong
      />
      <rect x={4} y={bottom + 10} width={26} height={12} rx={2} className="fill-trace" />
      <Label x={38} y={bottom + 21} text="on the critical path" size={12} />
      <rect x={176} y={bottom + 10} width={26} height={12} rx={2} className="fill-trace-wash stroke-trace" />
      <Label x={210} y={bottom + 21} text="beside it, or waiting" size={12} />
    </>
  )
}

interface RowProps {
  span: TraceSpan
  label: string
  y: number
  at: (ms: number) => number
  above: boolean
}

function Row({ span, label, y, at, above }: RowProps) {
  return (
    <g>
      <Label
        x={4}
        y={above ? y - 4 : y + 11}
        text={above ? `${label}, ${span.end - span.start} ms` : label}
        size={12}
      />
      <rect
        x={at(span.start)}
        y={y}
        width={Math.max(at(span.end) - at(span.start), 2)}
        height={14}
        rx={2}
        strokeWidth={1}
        className="fill-trace-wash stroke-trace"
      />
      {onPath(span.id).map((part) => (
        <rect
          key={part.start}
          x={at(part.start)}
          y={y}
          width={Math.max(at(part.end) - at(part.start), 1)}
          height={14}
          className="fill-trace"
        />
      ))}
      {!above && span.id !== 'cart' && (
        <Label
          x={span.id === 'query' ? at(span.end) + 6 : at((span.start + span.end) / 2)}
          y={y + 11}
          text={`${span.end - span.start} ms`}
          size={11}
          anchor={span.id === 'query' ? 'start' : 'middle'}
        />
      )}
    </g>
  )
}

const wideBottom = 30 + rows.length * 25 + 4 + calls.length * 7 + 6
const narrowBottom = 30 + rows.length * 38 + 20 + calls.length * 7 + 6

export function CartWaterfall() {
  return (
    <FigureFrame
      id="figure-cart"
      title="The 900-millisecond cart as a waterfall"
      description="Three bars enclose everything. Inside checkout there are a short query, a bar of 400 ms for the quote, and below it a staircase of 24 short bars, each starting where the last has ended, from 26 to 884 ms. The staircase is on the critical path; the quote is not, and has a slack of 458 ms."
      caption="The cart of 24 plants. Of each call only the CLIENT span is drawn; the SERVER spans of inventory and payment lie inside. The dashed line is the slack of the quote."
      wide={{
        width: 720,
        height: wideBottom + 30,
        drawing: <Waterfall left={188} width={524} step={25} above={false} stair={7} />,
      }}
      narrow={{
        width: 362,
        height: narrowBottom + 30,
        drawing: <Waterfall left={4} width={352} step={38} above stair={7} />,
      }}
      words={
        <WordsTable
          label="The spans of the cart"
          head={['Span', 'From, ms', 'To, ms', 'On the critical path, ms']}
          rows={[
            ...rows.map(({ span, label }) => [label, span.start, span.end, sumOf(span.id)]),
            [
              'checkout: GET, 24 calls to inventory',
              calls[0]!.start,
              calls.at(-1)!.end,
              calls.reduce((sum, call) => sum + sumOf(call.id), 0),
            ],
          ]}
        />
      }
    />
  )
}

function sumOf(id: string): number {
  return onPath(id).reduce((sum, part) => sum + part.end - part.start, 0)
}
