import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { WordsTable } from '@/components/figures/words-table'

/** The spans of one order in `checkout` as designed, in milliseconds. */
const designed = [
  { kind: 'SERVER', name: 'POST /orders', start: 0, end: 180 },
  { kind: 'INTERNAL', name: 'price order', start: 4, end: 22 },
  { kind: 'CLIENT', name: 'POST (inventory)', start: 24, end: 56 },
  { kind: 'CLIENT', name: 'POST (payment)', start: 58, end: 148 },
  { kind: 'CLIENT', name: 'INSERT orders', start: 150, end: 162 },
  { kind: 'PRODUCER', name: 'send order-confirmations', start: 166, end: 174 },
] as const

/** How many spans the old service made for the same order, one for each function that was called. */
const before = 31

/** Where the old spans lay: most of them slivers inside the steps above. */
const slivers = Array.from({ length: before }, (_, index) => {
  const step = designed[index % designed.length]!
  const place = Math.floor(index / designed.length)
  const length = index < designed.length ? step.end - step.start : 2 + ((index * 7) % 5)
  const start = step.start + (index < designed.length ? 0 : place * 3)
  return { start: Math.max(0, Math.min(start, 178 - length)), length }
})

function Scene({ wide }: { wide: boolean }) {
  const width = wide ? 330 : 354
  const scale = (wide ? 320 : 350) / 180
  const right = wide ? 386 : 4
  const low = wide ? 0 : 196
  return (
    <>
      <Label x={4} y={16} text={`Before: ${before} spans, one for each function`} strong />
      {slivers.map(({ start, length }, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: the place of a span is what it is
          key={index}
          x={4 + start * scale}
          y={28 + index * 4.6}
          width={Math.max(2, Math.min(length * scale, width))}
          height={3.2}
          className="fill-trace"
        />
      ))}
      <Label x={right} y={low + 16} text="Designed: 6 spans, each somebody asks for" strong />
      {designed.map(({ kind, name, start, end }, index) => {
        const x = right + start * scale
        const y = low + 28 + index * 24
        const length = Math.max(2, (end - start) * scale)
        const inside = length > 150
        return (
          <g key={name}>
            <rect x={x} y={y} width={length} height={18} rx={2} className="fill-trace" />
            {inside ? (
              <text x={x + 6} y={y + 13} className="fill-paper font-sans text-[12px] font-semibold">
                {`${kind} ${name}`}
              </text>
            ) : (
              <Label
                x={start > 80 || end > 140 ? x - 6 : x + length + 6}
                y={y + 13}
                text={`${kind} ${name}`}
                size={12}
                anchor={start > 80 || end > 140 ? 'end' : 'start'}
              />
            )}
          </g>
        )
      })}
    </>
  )
}

export function OrderSpans() {
  return (
    <FigureFrame
      id="figure-order-spans"
      title="The same order in 31 spans and in six"
      description="On one side 31 thin bars, most of them a few milliseconds long. On the other six labelled bars: the SERVER span, the pricing, the calls to inventory and payment, the insert, and the message."
      caption="The same 180 milliseconds. What the six say, the 31 say too, but nobody finds it there."
      wide={{ width: 720, height: 180, drawing: <Scene wide /> }}
      narrow={{ width: 362, height: 376, drawing: <Scene wide={false} /> }}
      words={
        <WordsTable
          label="The six spans of an order"
          head={['Kind', 'Span', 'Starts at', 'Lasts']}
          rows={designed.map(({ kind, name, start, end }) => [
            kind,
            name,
            `${start} ms`,
            `${end - start} ms`,
          ])}
        />
      }
    />
  )
}
