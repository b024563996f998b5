interface At {
  x: number
  y: number
}

/** A span: a bar from x, centred on y. */
export function TraceMark({ x, y, width = 28 }: At & { width?: number }) {
  return <rect x={x} y={y - 5} width={width} height={10} rx={2} className="fill-trace" />
}

/** A metric: a line that rises and falls, 28 wide. */
export function MetricMark({ x, y }: At) {
  return (
    <polyline
      points={`${x},${y + 5} ${x + 8},${y - 1} ${x + 15},${y + 3} ${x + 28},${y - 6}`}
      fill="none"
      strokeWidth={2.5}
      strokeLinejoin="round"
      strokeLinecap="round"
      className="stroke-metric"
    />
  )
}

/** A log record: a dot. */
export function LogMark({ x, y, radius = 5 }: At & { radius?: number }) {
  return <circle cx={x} cy={y} r={radius} className="fill-log" />
}

/** Baggage: a luggage tag with its hole, 24 wide. */
export function TagMark({ x, y }: At) {
  return (
    <g>
      <path
        d={`M${x} ${y} l7 -7 h15 a2 2 0 0 1 2 2 v10 a2 2 0 0 1 -2 2 h-15 Z`}
        className="fill-context-wash stroke-context"
        strokeWidth={1.5}
      />
      <circle cx={x + 8} cy={y} r={2} className="fill-context" />
    </g>
  )
}

/** A profile: a stack of frames, 24 wide. */
export function ProfileMark({ x, y }: At) {
  return (
    <g className="fill-profile">
      <rect x={x} y={y + 2} width={24} height={4} />
      <rect x={x} y={y - 3} width={17} height={4} />
      <rect x={x} y={y - 8} width={9} height={4} />
    </g>
  )
}

/** Something went wrong here: a cross. */
export function ErrorMark({ x, y, size = 4 }: At & { size?: number }) {
  return (
    <path
      d={`M${x - size} ${y - size} l${2 * size} ${2 * size} m0 ${-2 * size} l${-2 * size} ${2 * size}`}
      strokeWidth={2}
      strokeLinecap="round"
      className="stroke-error"
      fill="none"
    />
  )
}
