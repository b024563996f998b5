import { Label } from '@/components/figures/label'
import { shortDay } from '@/lib/review/statistics/words'
import type { YearDay } from '@/lib/review/statistics/year'

const fills = {
  0: 'fill-sunken stroke-line',
  1: 'fill-accent opacity-30',
  2: 'fill-accent opacity-50',
  3: 'fill-accent opacity-75',
  4: 'fill-accent',
} as const

interface Props {
  weeks: readonly (readonly YearDay[])[]
  /** Weeks beside each other; the rest goes into further bands below. */
  perBand: number
  cell: number
}

/** How high the drawing is. */
export function heatMapHeight(weeks: number, perBand: number, cell: number): number {
  return Math.ceil(weeks / perBand) * (cell * 7 + 26)
}

/** A square for each day, a column for each week; the deeper, the more answers. */
export function HeatMap({ weeks, perBand, cell }: Props) {
  const left = 34
  return (
    <>
      {weeks.map((week, place) => {
        const band = Math.floor(place / perBand)
        const [x, y] = [left + (place % perBand) * cell, 18 + band * (cell * 7 + 26)]
        const first = week[0]!.day
        // The month's name stands over the week in which the month begins.
        const isNewMonth = place % perBand === 0 || week.some(({ day }) => day.endsWith('-01'))
        const isRoomLeft = (place % perBand) + 3 <= perBand
        const month = week.find(({ day }) => day.endsWith('-01'))?.day ?? first
        const isCrowded = place % perBand === 0 && weeks[place + 1]?.some(({ day }) => day.endsWith('-01'))
        return (
          <g key={first}>
            {isNewMonth && isRoomLeft && !isCrowded && (
              <Label x={x} y={y - 6} text={monthName(month)} size={12} tone="soft" />
            )}
            {place % perBand === 0 &&
              ['Mon', 'Wed', 'Fri'].map((name, row) => (
                <Label key={name} x={0} y={y + row * 2 * cell + cell - 2} text={name} size={11} tone="soft" />
              ))}
            {week.map(({ day, answers, level }, row) => (
              <rect
                key={day}
                x={x + 1}
                y={y + row * cell + 1}
                width={cell - 2}
                height={cell - 2}
                rx={2}
                className={fills[level]}
              >
                <title>{`${shortDay(day)}: ${answers}`}</title>
              </rect>
            ))}
          </g>
        )
      })}
    </>
  )
}

function monthName(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short' }).format(
    Date.parse(`${day}T00:00:00Z`),
  )
}
