import { useId } from 'react'

interface Props {
  signal: string
  on: number
  held: number
  ended: number
  most: number
}

const colours: Readonly<Record<string, string>> = {
  traces: 'fill-trace stroke-trace',
  metrics: 'fill-metric stroke-metric',
  logs: 'fill-log stroke-log',
}

/** Solid what went on, hatched what waits, hollow what ended. The words beside it say the same. */
export function FlowBar({ signal, on, held, ended, most }: Props) {
  const id = useId()
  const colour = colours[signal] ?? 'fill-profile stroke-profile'
  const width = (count: number) => (Math.max(0, count) / most) * 100
  const parts = [width(on), width(held), width(ended)] as const
  return (
    <svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-full">
      <defs>
        <pattern id={id} width={2} height={8} patternUnits="userSpaceOnUse">
          <rect width={1} height={8} className={colour} strokeWidth={0} />
        </pattern>
      </defs>
      <rect x={0} y={0} width={parts[0]} height={8} strokeWidth={0} className={colour} />
      <rect x={parts[0]} y={0} width={parts[1]} height={8} fill={`url(#${id})`} />
      <rect
        x={parts[0] + parts[1]}
        y={0.75}
        width={Math.max(0, Math.min(parts[2], 100 - parts[0] - parts[1]))}
        height={6.5}
        vectorEffect="non-scaling-stroke"
        className={parts[2] > 0 ? 'fill-none stroke-line-strong' : 'hidden'}
      />
    </svg>
  )
}
