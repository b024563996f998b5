import { traceId } from '@/components/figures/checkout-trace'
import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { WordsTable } from '@/components/figures/words-table'

const header = `00-${traceId}-a3d1579c0e42b86f-03`

interface Field {
  name: string
  from: number
  to: number
  says: string
  tone: 'ink' | 'trace' | 'context'
}

const fields: readonly Field[] = [
  { name: 'version', from: 0, to: 2, says: 'ff is forbidden', tone: 'ink' },
  { name: 'trace-id', from: 3, to: 35, says: 'never all zeros', tone: 'trace' },
  { name: 'parent-id', from: 36, to: 52, says: 'never all zeros', tone: 'context' },
  { name: 'flags', from: 53, to: 55, says: 'eight bits', tone: 'ink' },
]

/** The last 14 digits of the trace-id, which the random flag speaks of. */
const random = { from: 21, to: 35 }

const bits = [...'00000011']

/** Some characters of the header, each in a cell of its own, so that a bracket can name its digits. */
function Characters({ from, to, y, cell }: { from: number; to: number; y: number; cell: number }) {
  return (
    <>
      {fields
        .filter((field) => field.from >= from && field.to <= to)
        .map((field) => (
          <g key={field.name}>
            <rect
              x={4 + (field.from - from) * cell}
              y={y - 15}
              width={(field.to - field.from) * cell}
              height={22}
              rx={3}
              className="fill-sunken"
            />
            <line
              x1={4 + (field.from - from) * cell + 1}
              x2={4 + (field.to - from) * cell - 1}
              y1={y + 11}
              y2={y + 11}
              strokeWidth={2}
              className={
                field.tone === 'trace'
                  ? 'stroke-trace'
                  : field.tone === 'context'
                    ? 'stroke-context'
                    : 'stroke-ink'
              }
            />
          </g>
        ))}
      {[...header.slice(from, to)].map((character, index) => (
        <Label
          // biome-ignore lint/suspicious/noArrayIndexKey: the place of a character is what it is
          key={index}
          x={4 + (index + 0.5) * cell}
          y={y}
          text={character}
          mono
          size={13}
          anchor="middle"
        />
      ))}
    </>
  )
}

function RandomBracket({ y, cell }: { y: number; cell: number }) {
  const left = 4 + random.from * cell + 1
  const right = 4 + random.to * cell - 1
  return (
    <>
      <path
        d={`M${left} ${y + 6} V${y} H${right} V${y + 6}`}
        fill="none"
        strokeWidth={1.5}
        className="stroke-trace"
      />
      <Label
        x={right}
        y={y - 7}
        text="7 random bytes, if bit 1 says so"
        size={12}
        tone="trace"
        anchor="end"
      />
    </>
  )
}

function Bits({ x, y }: { x: number; y: number }) {
  return (
    <>
      {bits.map((bit, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place of a bit is what it is
        <g key={index}>
          <rect
            x={x + index * 26}
            y={y}
            width={26}
            height={26}
            strokeWidth={1.5}
            className={bit === '1' ? 'fill-accent-wash stroke-accent' : 'fill-raised stroke-line-strong'}
          />
          <Label x={x + index * 26 + 13} y={y + 18} text={bit} mono size={13} anchor="middle" />
          <Label
            x={x + index * 26 + 13}
            y={y - 6}
            text={String(7 - index)}
            size={11}
            tone="soft"
            anchor="middle"
          />
        </g>
      ))}
    </>
  )
}

function Wide() {
  const cell = 12.9
  const middle = ({ from, to }: Field): number => 4 + ((from + to) / 2) * cell
  return (
    <>
      <RandomBracket y={30} cell={cell} />
      <Characters from={0} to={55} y={58} cell={cell} />
      {fields.map((field, index) => {
        const at = index === 0 ? 4 : index === 3 ? 4 + 55 * cell : middle(field)
        const anchor = index === 0 ? 'start' : index === 3 ? 'end' : 'middle'
        return (
          <g key={field.name}>
            <Label x={at} y={88} text={field.name} strong size={13} tone={field.tone} anchor={anchor} />
            <Label x={at} y={106} text={field.says} size={12} tone="soft" anchor={anchor} />
          </g>
        )
      })}
      <path
        d={`M${4 + 54 * cell} 114 V 148 H 470`}
        fill="none"
        strokeDasharray="3 3"
        className="stroke-line-strong"
      />
      <Bits x={250} y={136} />
      <Label x={240} y={154} text="flags 03, bit by bit" size={13} strong anchor="end" />
      <Label x={445} y={182} text="bit 0: sampled" size={12} anchor="start" />
      <Label x={432} y={182} text="bit 1: random" size={12} anchor="end" />
      <Label x={250} y={202} text="bits 2 to 7: ignored when read, zero when written" size={12} tone="soft" />
    </>
  )
}

function Narrow() {
  const cell = 10
  return (
    <>
      <RandomBracket y={28} cell={cell} />
      <Characters from={0} to={35} y={54} cell={cell} />
      <Label x={4} y={82} text="version" strong size={12} />
      <Label x={194} y={82} text="trace-id, never all zeros" strong size={12} tone="trace" anchor="middle" />
      <Characters from={36} to={55} y={124} cell={cell} />
      <Label x={4} y={152} text="parent-id" strong size={12} tone="context" />
      <Label x={194} y={152} text="flags" strong size={12} anchor="end" />
      <Label x={4} y={190} text="flags 03, bit by bit" size={12} strong />
      <Bits x={4} y={212} />
      <Label x={220} y={222} text="bit 0: sampled" size={12} />
      <Label x={220} y={240} text="bit 1: random" size={12} />
      <Label x={4} y={262} text="bits 2 to 7: ignored when read, zero when written" size={12} tone="soft" />
    </>
  )
}

export function TraceparentToTheLetter() {
  return (
    <FigureFrame
      id="figure-traceparent-letter"
      title="The 55 characters of a traceparent"
      description="The header 00, trace-id, parent-id and flags 03 in cells, one for each character. The last 14 digits of the trace-id are marked as random. The flags are drawn as eight bits, of which bit 0, sampled, and bit 1, random, are set."
      caption="Version 00 has exactly 55 characters. Two of the eight flags have a meaning; the rest belong to the future."
      wide={{ width: 720, height: 212, drawing: <Wide /> }}
      narrow={{ width: 362, height: 270, drawing: <Narrow /> }}
      words={
        <WordsTable
          label="The fields of a traceparent"
          head={['Field', 'Characters', 'Here', 'Rule']}
          rows={[
            ...fields.map(({ name, from, to, says }) => [
              name,
              `${from + 1} to ${to}`,
              header.slice(from, to),
              says,
            ]),
            [
              'random part',
              `${random.from + 1} to ${random.to}`,
              header.slice(random.from, random.to),
              'if bit 1 is set',
            ],
          ]}
        />
      }
    />
  )
}
