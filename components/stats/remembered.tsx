import Link from 'next/link'
import { ChartFrame } from '@/components/charts/chart-frame'
import { DataTable } from '@/components/charts/data-table'
import { Intervals, intervalHeight } from '@/components/charts/interval-chart'
import {
  FEW_ANSWERS,
  judgeRetention,
  type Retention,
  type RetentionByAge,
} from '@/lib/review/statistics/retention'
import { betweenWords, counted, percent } from '@/lib/review/statistics/words'
import { Aside, StatsSection } from './stats-section'

const spans: Record<number, string> = { 30: '30 days', 90: '90 days', 365: '12 months' }
const ages = [
  ['all', 'all'],
  ['young', 'young'],
  ['mature', 'mature'],
] as const

/** True retention against the learner's target, with what it may well be. `retention`: the spans, the shortest first. */
export function Remembered({
  retention,
  target,
}: {
  retention: readonly (RetentionByAge & { days: number })[]
  target: number
}) {
  const rows = retention.flatMap((span) =>
    ages.map(([age, name]) => ({ name: `${spans[span.days]}, ${name}`, ...span[age] })),
  )
  // The shortest span that says anything, else the longest.
  const told = retention.find(({ all }) => all.asked >= FEW_ANSWERS) ?? retention.at(-1)!
  const drawn = { rows, target }
  return (
    <StatsSection id="remembered" title="How well you remember">
      <p className="mt-3">{sentence(told.all, spans[told.days]!, target)}</p>
      <ChartFrame
        id="retention"
        title="True retention"
        description={`For each span and age of memory a point for the share recalled, a bar for where it may well lie, and a dashed line at your target of ${percent(target)}.`}
        wide={{
          width: 760,
          height: intervalHeight(rows.length),
          drawing: <Intervals {...drawn} width={760} />,
        }}
        narrow={{
          width: 350,
          height: intervalHeight(rows.length),
          drawing: <Intervals {...drawn} width={350} />,
        }}
        table={
          <DataTable
            label="True retention"
            head={['Last', 'Asked', 'Recalled', 'Share', 'May well be']}
            rows={rows.map(({ name, asked, recalled, interval }) => [
              name,
              asked.toLocaleString('en-GB'),
              recalled.toLocaleString('en-GB'),
              asked === 0 ? 'none yet' : percent(recalled / asked),
              asked === 0 ? 'none yet' : `${percent(interval.low)} to ${percent(interval.high)}`,
            ])}
          />
        }
      />
      <Aside>
        Counted is the first answer of a day to a card that you had met on an earlier day; Hard counts as
        recalled. Practice and what you took back do not count. A memory is young while its stability is under
        21 days, and mature from then on. The bars are intervals of 95 %: the fewer answers, the wider. Your
        target is set under{' '}
        <Link href="/settings/review" prefetch={false} className="text-accent">
          How you review
        </Link>
        .
      </Aside>
    </StatsSection>
  )
}

function sentence(retention: Retention, span: string, target: number): string {
  const { asked, recalled, interval } = retention
  if (asked === 0)
    return 'Nothing has been asked again on a later day yet. From the first card that comes back, this counts how many you still know.'
  const base = `In the last ${span} you recalled ${recalled.toLocaleString('en-GB')} of ${counted(asked, 'card')} when they came back`
  const goal = `your target of ${percent(target)}`
  switch (judgeRetention(retention, target)) {
    case 'few':
      return `${base}. That is few: what you remember may lie anywhere ${betweenWords(interval)}. Some weeks will narrow it.`
    case 'within':
      return `${base}, which means ${betweenWords(interval)}: ${goal} lies within.`
    case 'below':
      return `${base}, which means ${betweenWords(interval)}. That is less than ${goal}: intervals are longer than your memory holds for now.`
    case 'above':
      return `${base}, which means ${betweenWords(interval)}. That is more than ${goal}: you could do with fewer reviews.`
  }
}
