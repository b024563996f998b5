import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { type ReservationSpan, reservationTrace } from '@/components/figures/reservation-trace'
import { ErrorMark } from '@/components/figures/signal-mark'
import { WordsTable } from '@/components/figures/words-table'

const total = 1250
const root = reservationTrace[0]!

const parentOf = (span: ReservationSpan): ReservationSpan | undefined =>
  reservationTrace.find((other) => other.id === span.parent)
const depthOf = (span: ReservationSpan): number => {
  const parent = parentOf(span)
  return parent ? depthOf(parent) + 1 : 0
}
const milliseconds = (value: number): string => `${value.toLocaleString('en-GB')} ms`

interface LayoutProps {
  left: number
  width: number
  step: number
  /** The label stands above its bar, for want of width. */
  above: boolean
}

function Waterfall({ left, width, step, above }: LayoutProps) {
  const at = (ms: number): number => left + (ms / total) * width
  const bottom = 30 + reservationTrace.length * step
  return (
    <>
      {[0, 300, 600, 900].map((ms) => (
        <g key={ms}>
          <line x1={at(ms)} x2={at(ms)} y1={22} y2={bottom} className="stroke-line" />
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
      {reservationTrace.map((span, index) => {
        const y = 30 + index * step + (above ? 18 : 5)
        const parent = parentOf(span)
        const isLate = parent !== undefined && span.start > parent.end
        const duration = milliseconds(span.end - span.start)
        return (
          <g key={span.id}>
            <Label
              x={above ? 4 : 4 + depthOf(span) * 9}
              y={above ? y - 4 : y + 11}
              text={`${span.service}: ${span.name}${above ? `, ${duration}` : ''}`}
              size={12}
              halo={above}
            />
            {isLate && (
              <line
                x1={at(parent.start)}
                x2={at(span.start)}
                y1={y + 7}
                y2={y + 7}
                strokeWidth={1.5}
                strokeDasharray="2 4"
                className="stroke-soft"
              />
            )}
            <rect
              x={at(span.start)}
              y={y}
              width={at(span.end) - at(span.start)}
              height={14}
              rx={2}
              className={
                span.service === 'checkout' && span.kind === 'CLIENT'
                  ? 'fill-trace stroke-trace'
                  : 'fill-trace-wash stroke-trace'
              }
            />
            {span.isError && <ErrorMark x={at(span.end) + 9} y={y + 7} />}
            {!above && (
              <Label
                x={isLate ? at(span.start) - 5 : at(span.end) + 18}
                y={y + 11}
                text={duration}
                size={11}
                anchor={isLate ? 'end' : 'start'}
                halo
              />
            )}
          </g>
        )
      })}
      <line
        x1={at(root.end)}
        x2={at(root.end)}
        y1={22}
        y2={bottom}
        strokeWidth={1.5}
        strokeDasharray="5 4"
        className="stroke-error"
      />
      <Label x={at(root.end)} y={15} text="503" size={12} anchor="middle" tone="error" strong />
      <rect x={4} y={bottom + 10} width={22} height={12} rx={2} className="fill-trace" />
      <Label x={32} y={bottom + 20} text="the three tries" size={12} />
      <line
        x1={140}
        x2={168}
        y1={bottom + 16}
        y2={bottom + 16}
        strokeWidth={1.5}
        strokeDasharray="2 4"
        className="stroke-soft"
      />
      <Label x={174} y={bottom + 20} text="waiting, in no span" size={12} />
    </>
  )
}

const wideBottom = 30 + reservationTrace.length * 26
const narrowBottom = 30 + reservationTrace.length * 39

export function ReservationWaterfall() {
  return (
    <FigureFrame
      id="figure-reservation-waterfall"
      title="A checkout that fails after three tries"
      description="Nine spans along 1,240 milliseconds. The root in web ends after 1,010 ms with 503. In checkout three CLIENT spans of 300 ms each follow one another, all with an error. The three SERVER spans of inventory last 40 ms each, have no error, and start 522 ms after their CLIENT span: after the caller has given up, the last one after the root has ended."
      caption="Filled bars are the three tries, 900 of the 1,010 ms of the critical path. The spans of inventory are short, without error, and begin when nobody waits for them any more."
      wide={{
        width: 720,
        height: wideBottom + 30,
        drawing: <Waterfall left={250} width={460} step={26} above={false} />,
      }}
      narrow={{
        width: 362,
        height: narrowBottom + 30,
        drawing: <Waterfall left={4} width={350} step={39} above />,
      }}
      words={
        <WordsTable
          label="The spans of the failed checkout"
          head={['Span', 'Kind', 'From, ms', 'To, ms', 'Status']}
          rows={reservationTrace.map((span) => [
            `${span.service}: ${span.name}`,
            span.kind,
            span.start,
            span.end,
            span.isError ? 'Error' : 'Unset',
          ])}
        />
      }
    />
  )
}
