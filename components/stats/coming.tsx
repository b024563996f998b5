import { type Bar, BarChart } from '@/components/charts/bar-chart'
import { addDays, type LocalDay } from '@/lib/review/day'
import { type Forecast, gatherWeeks } from '@/lib/review/statistics/forecast'
import { counted, shortDay, tickDay } from '@/lib/review/statistics/words'
import { Aside, StatsSection } from './stats-section'

const DAYS = 30

interface Props {
  forecast: Forecast
  /** Cards in the deck that were never graded, and how many of them a day takes in. */
  fresh: number
  newPerDay: number
  today: LocalDay
}

/** When the cards of the deck are asked next. */
export function Coming({ forecast, fresh, newPerDay, today }: Props) {
  const { overdue, perDay, later, suspended } = forecast
  const month = total(perDay.slice(0, DAYS))
  const days = perDay.slice(0, DAYS).map((cards, place): Bar => {
    const day = addDays(today, place)
    return { name: place === 0 ? 'Today' : shortDay(day), tick: tickDay(day), value: cards }
  })
  const late: Bar = { name: 'Overdue', tick: 'late', value: overdue, isApart: true }
  return (
    <StatsSection id="coming" title="What is coming">
      <p className="mt-3">
        {overdue === 0 ? 'Nothing is overdue' : `${counted(overdue, 'card')} from earlier days still wait`}.{' '}
        {counted(month, 'card')} will be asked in the next 30 days, {counted(total(perDay), 'card')} in the
        next 90.
      </p>
      <BarChart
        id="coming-days"
        title="Cards due in the next 30 days"
        description={`A bar for each day from today on${overdue > 0 ? ', and a hollow one before them for what is overdue' : ''}. The most on one day: ${Math.max(...perDay.slice(0, DAYS))}.`}
        head={['Day', 'Cards']}
        bars={overdue > 0 ? [late, ...days] : days}
        tickEvery={{ wide: 5, narrow: 10 }}
      />
      <BarChart
        id="coming-weeks"
        title="Cards due in the next 90 days, by week"
        description="A bar for each seven days from today on; the last has six."
        head={['Seven days from', 'Cards']}
        bars={gatherWeeks(perDay, today).map(({ from, cards }) => ({
          name: shortDay(from),
          tick: tickDay(from),
          value: cards,
        }))}
        tickEvery={{ wide: 2, narrow: 4 }}
      />
      <Aside>
        Each card counts once, on the day on which it is asked next. Cards that you miss, and cards that come
        back within these days, are asked more often than that.
        {fresh > 0 && ` ${counted(fresh, 'new card')} wait as well, at most ${newPerDay} a day.`}
        {later > 0 && ` ${counted(later, 'card')} come later than this.`}
        {suspended > 0 && ` ${counted(suspended, 'card')} are suspended and not counted.`}
      </Aside>
    </StatsSection>
  )
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, each) => sum + each, 0)
}
