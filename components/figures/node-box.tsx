import { Label, strokeOf, type Tone } from '@/components/figures/label'

interface Props {
  x: number
  y: number
  width: number
  height: number
  /** One to three lines; the first is the name. */
  lines: readonly string[]
  tone?: Tone
  mono?: boolean
  size?: 11 | 12 | 13
  dashed?: boolean
}

/** A box with centred lines: a service, a store, a part of the Collector. */
export function NodeBox({ x, y, width, height, lines, tone = 'soft', mono, size = 13, dashed }: Props) {
  const step = size + 4
  const first = y + height / 2 - ((lines.length - 1) * step) / 2 + size * 0.35
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={6}
        strokeWidth={1.5}
        strokeDasharray={dashed ? '5 4' : undefined}
        className={`fill-raised ${strokeOf[tone]}`}
      />
      {lines.map((line, index) => (
        <Label
          key={line}
          x={x + width / 2}
          y={first + index * step}
          text={line}
          anchor="middle"
          mono={mono}
          size={size}
          strong={index === 0 && !mono}
          tone={index === 0 || mono ? 'ink' : 'soft'}
        />
      ))}
    </g>
  )
}
