export interface ChartSeries {
  readonly name: string
  /** One for each minute; null where nothing was measured. */
  readonly values: readonly (number | null)[]
}

interface Props {
  title: string
  series: readonly ChartSeries[]
  /** A value with its unit. */
  words: (value: number) => string
  /** The least that the top of the chart stands for. */
  least: number
  /** Places along the width, of which the series fill the first. */
  places: number
  /** Where something was released, in places; null before. */
  mark?: number | null
}

const width = 300
const height = 96
/** Lines are told apart by their dashes; the list under the chart has the same. */
const dashes = ['', '7 3', '2 3', '9 3 2 3', '4 4', '12 4']

/** One measure over time, a line for each group, with the latest values in words under it. */
export function LineChart({ title, series, words, least, places, mark = null }: Props) {
  const top = Math.max(least, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const x = (at: number) => ((at + 0.5) / places) * width
  const y = (value: number) => height - 4 - (value / top) * (height - 12)
  return (
    <figure className="m-0 min-w-0 text-[13px] leading-5">
      <figcaption className="flex justify-between gap-2">
        <span className="font-semibold">{title}</span>
        <span className="text-soft tabular-nums">up to {words(top)}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${title}: ${series.map(({ name, values }) => `${name} ${trend(values, words)}`).join('; ')}`}
        className="my-1 block h-auto w-full bg-sunken"
      >
        <line x1={0} x2={width} y1={height - 4} y2={height - 4} className="stroke-line-strong" />
        {mark !== null && (
          <line
            x1={(mark / places) * width}
            x2={(mark / places) * width}
            y1={4}
            y2={height - 4}
            strokeDasharray="2 3"
            className="stroke-soft"
          />
        )}
        {series.map(({ name, values }, index) => (
          <Line key={name} values={values} x={x} y={y} dash={dashes[index % dashes.length]!} />
        ))}
      </svg>
      <ul className="m-0 flex list-none flex-wrap gap-x-3 p-0 text-soft tabular-nums">
        {series.map(({ name, values }, index) => (
          <li key={name} className="m-0 flex items-center gap-1.5 p-0">
            <svg viewBox="0 0 24 6" aria-hidden="true" className="h-1.5 w-6">
              <line
                x1={0}
                x2={24}
                y1={3}
                y2={3}
                strokeWidth={2.5}
                strokeDasharray={dashes[index % dashes.length]}
                className="stroke-metric"
              />
            </svg>
            {name} {lastWords(values, words)}
          </li>
        ))}
      </ul>
    </figure>
  )
}

interface LineProps {
  values: ChartSeries['values']
  x: (at: number) => number
  y: (value: number) => number
  dash: string
}

/** A line with gaps where nothing was measured; a lone value is a dot. */
function Line({ values, x, y, dash }: LineProps) {
  const points = [...values.entries()].filter((point): point is [number, number] => point[1] !== null)
  const path = points
    .map(([at, value], index) => {
      const isNext = index > 0 && points[index - 1]![0] === at - 1
      return `${isNext ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`
    })
    .join('')
  return (
    <>
      <path d={path} fill="none" strokeWidth={2} strokeDasharray={dash} className="stroke-metric" />
      {points.map(([at, value]) => (
        <circle key={at} cx={x(at)} cy={y(value)} r={2} className="fill-metric" />
      ))}
    </>
  )
}

function lastWords(values: ChartSeries['values'], words: Props['words']): string {
  const last = values.at(-1)
  return last === null || last === undefined ? 'nothing' : words(last)
}

function trend(values: ChartSeries['values'], words: Props['words']): string {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return 'nothing yet'
  return `${words(known[0]!)} at first, ${words(known.at(-1)!)} at last`
}
