import { BarChart } from '@/components/charts/bar-chart'
import type { Share } from '@/lib/review/statistics/distribution'
import { Aside, StatsSection } from './stats-section'

interface Props {
  /** By days of stability; `median` of all, null where there is none. */
  stability: { shares: readonly Share[]; median: number | null }
  difficulty: readonly Share[]
}

/** How firm the deck's memories are, and how hard its cards. */
export function Memories({ stability, difficulty }: Props) {
  return (
    <StatsSection id="memories" title="How firm it is">
      {stability.median !== null && (
        <p className="mt-3">
          Half of your cards would be recalled nine times in ten even after {daysWords(stability.median)} or
          more without a look.
        </p>
      )}
      <BarChart
        id="stability"
        title="Cards by stability, in days"
        description="Stability is the number of days after which recall is expected to have fallen to 90 %. The steps grow from a day to over a year."
        head={['Stability', 'Cards']}
        bars={stability.shares.map(({ from, to, cards }) => ({
          name: to === null ? `${from} days or more` : `${from} to ${to} days`,
          tick: to === null ? `${from}+` : `${from}–${to}`,
          value: cards,
        }))}
        tickEvery={{ wide: 1, narrow: 2 }}
      />
      <BarChart
        id="difficulty"
        title="Cards by difficulty"
        description="Difficulty goes from 1 to 10: the harder a card, the less a review adds to its stability."
        head={['Difficulty', 'Cards']}
        bars={difficulty.map(({ from, to, cards }) => ({
          name: `${from} to ${to}`,
          tick: `${from}–${to}`,
          value: cards,
        }))}
      />
      <Aside>
        Both are estimates of FSRS from your grades. A card that stays difficult may be badly put: you can
        report it from its page, or write one of your own.
      </Aside>
    </StatsSection>
  )
}

function daysWords(days: number): string {
  const whole = Math.max(1, Math.round(days))
  return whole === 1 ? '1 day' : `${whole} days`
}
