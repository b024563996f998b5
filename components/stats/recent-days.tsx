import { BarChart } from '@/components/charts/bar-chart'
import type { LocalDay } from '@/lib/review/day'
import { counted, shortDay, tickDay } from '@/lib/review/statistics/words'
import { minuteWords } from '@/lib/review/words'
import { Aside, StatsSection } from './stats-section'

interface RecentDay {
  day: LocalDay
  reviews: number
  spentMs: number
  met: number
}

/** Reviews and their time on each of the last days, and what a review takes. */
export function RecentDays({ recent }: { recent: readonly RecentDay[] }) {
  const reviews = recent.reduce((sum, day) => sum + day.reviews, 0)
  const spentMs = recent.reduce((sum, day) => sum + day.spentMs, 0)
  const met = recent.reduce((sum, day) => sum + day.met, 0)
  const bars = (value: (day: RecentDay) => number, said?: (day: RecentDay) => string) =>
    recent.map((day) => ({
      name: shortDay(day.day),
      tick: tickDay(day.day),
      value: value(day),
      said: said?.(day),
    }))
  const tickEvery = { wide: 5, narrow: 10 }
  return (
    <StatsSection id="days" title="What you did">
      <p className="mt-3">
        {reviews === 0
          ? 'No reviews in the last 30 days. Your cards wait for you.'
          : `${counted(reviews, 'answer')} in the last 30 days, in ${minuteWords(spentMs)}: ${(spentMs / reviews / 1000).toFixed(1)} seconds each. ${counted(met, 'card')} were new to you.`}
      </p>
      <BarChart
        id="days-reviews"
        title="Answers a day"
        description={`A bar for each of the last 30 days, today the last. The most on one day: ${Math.max(...recent.map((day) => day.reviews))}.`}
        head={['Day', 'Answers']}
        bars={bars((day) => day.reviews)}
        tickEvery={tickEvery}
      />
      <BarChart
        id="days-minutes"
        title="Minutes a day"
        description="A bar for each of the last 30 days, today the last."
        head={['Day', 'Minutes']}
        bars={bars(
          (day) => day.spentMs / 60_000,
          (day) => (day.spentMs / 60_000).toFixed(1),
        )}
        tickEvery={tickEvery}
      />
      <Aside>Practice is counted in. An answer counts a minute at most: what takes longer is a break.</Aside>
    </StatsSection>
  )
}
