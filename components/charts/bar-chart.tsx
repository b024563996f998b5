import { Label } from '@/components/figures/label'
import { ChartFrame } from './chart-frame'
import { DataTable } from './data-table'
import { axisTicks } from './scale'

/** One bar: `name` in full for the table, `tick` under the bar where there is room for one. */
export interface Bar {
  name: string
  tick: string
  value: number
  /** As the table says the value; the value itself if left out. */
  said?: string
  /** Stands for something of another kind than its neighbours: drawn hollow. */
  isApart?: boolean
}

interface Props {
  id: string
  title: string
  description: string
  /** What a bar is, and what it counts: the heads of the table. */
  head: readonly [string, string]
  bars: readonly Bar[]
  /** A tick under every so many bars, on a wide and on a narrow drawing. */
  tickEvery?: { wide: number; narrow: number }
}

/** Bars that stand on one line. */
export function BarChart({ id, title, description, head, bars, tickEvery = { wide: 1, narrow: 1 } }: Props) {
  return (
    <ChartFrame
      id={id}
      title={title}
      description={description}
      wide={{ width: 760, height: 220, drawing: <Bars bars={bars} width={760} every={tickEvery.wide} /> }}
      narrow={{ width: 350, height: 220, drawing: <Bars bars={bars} width={350} every={tickEvery.narrow} /> }}
      table={
        <DataTable
          label={title}
          head={head}
          rows={bars.map(({ name, value, said }) => [name, said ?? value.toLocaleString('en-GB')])}
        />
      }
    />
  )
}

function Bars({ bars, width, every }: { bars: readonly Bar[]; width: number; every: number }) {
  const ticks = axisTicks(Math.max(...bars.map(({ value }) => value), 0))
  const [left, top, bottom] = [40, 10, 192]
  const most = ticks.at(-1)!
  const y = (value: number) => bottom - (value / most) * (bottom - top)
  const step = (width - left) / bars.length
  const gap = Math.min(6, step * 0.25)
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} className="stroke-line" />
          <Label
            x={left - 6}
            y={y(tick) + 4}
            text={tick.toLocaleString('en-GB')}
            size={12}
            tone="soft"
            anchor="end"
          />
        </g>
      ))}
      {bars.map(({ name, tick, value, said, isApart }, place) => {
        const x = left + place * step + gap / 2
        const middle = x + (step - gap) / 2
        // The last tick would else be cut off by the edge.
        const isLast = middle > width - 18
        // A hair of a bar stays to be seen where there is any.
        const height = value === 0 ? 0 : Math.max(2, bottom - y(value))
        return (
          <g key={name}>
            <rect
              x={x}
              y={bottom - height}
              width={step - gap}
              height={height}
              rx={Math.min(2, step / 4)}
              className={isApart ? 'fill-accent-wash stroke-accent' : 'fill-accent'}
            >
              <title>{`${name}: ${said ?? value}`}</title>
            </rect>
            {place % every === 0 && (
              <Label
                x={isLast ? width : middle}
                y={bottom + 18}
                text={tick}
                size={12}
                tone="soft"
                anchor={isLast ? 'end' : 'middle'}
              />
            )}
          </g>
        )
      })}
      <line x1={left} x2={width} y1={bottom} y2={bottom} className="stroke-line-strong" />
    </>
  )
}
