import { ChartFrame } from '@/components/charts/chart-frame'
import { DataTable } from '@/components/charts/data-table'
import { HeatMap, heatMapHeight } from '@/components/charts/heat-map'
import { counted, shortDay } from '@/lib/review/statistics/words'
import type { Year } from '@/lib/review/statistics/year'
import { Aside, StatsSection } from './stats-section'

/** The last twelve months, a square a day. It counts days and weeks, and no run of them. */
export function YearView({ year }: { year: Year }) {
  const { weeks, activeDays, activeWeeks, answers } = year
  return (
    <StatsSection id="year" title="Your year">
      <p className="mt-3">
        {activeDays === 0
          ? 'Days on which you answer cards will be marked here.'
          : `You were here on ${counted(activeDays, 'day')} in ${counted(activeWeeks, 'week')}, and gave ${counted(answers, 'answer')}.`}
      </p>
      <ChartFrame
        id="year-days"
        title="The last twelve months"
        description="A square for each day, a column for each week from Monday to Sunday. The deeper its colour, the more answers that day had, in four steps."
        wide={{
          width: 34 + 53 * 13.6,
          height: heatMapHeight(weeks.length, 53, 13.6),
          drawing: <HeatMap weeks={weeks} perBand={53} cell={13.6} />,
        }}
        narrow={{
          width: 350,
          height: heatMapHeight(weeks.length, 27, 11.6),
          drawing: <HeatMap weeks={weeks} perBand={27} cell={11.6} />,
        }}
        table={
          <DataTable
            label="The last twelve months by week"
            head={['Week from', 'Days', 'Answers']}
            rows={weeks
              .map((week) => [
                shortDay(week[0]!.day),
                week.filter((day) => day.answers > 0).length,
                week.reduce((sum, day) => sum + day.answers, 0),
              ])
              .reverse()}
          />
        }
      />
      <Aside>
        A blank day is no lapse: with a small deck there are days on which nothing is due. What counts is that
        a card is asked about when it is about to be forgotten, and that waits a little.
      </Aside>
    </StatsSection>
  )
}
