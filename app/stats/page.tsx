import type { Metadata } from 'next'
import Link from 'next/link'
import { Calibrated } from '@/components/stats/calibrated'
import { Coming } from '@/components/stats/coming'
import { Memories } from '@/components/stats/memories'
import { NothingYet } from '@/components/stats/nothing-yet'
import { RecentDays } from '@/components/stats/recent-days'
import { Remembered } from '@/components/stats/remembered'
import { Topics } from '@/components/stats/topics'
import { YearView } from '@/components/stats/year-view'
import { requireUser } from '@/lib/server/session'
import { getStatistics } from '@/lib/server/statistics'

export const metadata: Metadata = { title: 'Your statistics', robots: { index: false } }

export default async function StatsPage() {
  const user = await requireUser('/stats')
  const { cards, forecast, newPerDay, today, retention, target, lessons, recent, year, ...memory } =
    await getStatistics(user, Date.now())
  return (
    <div className="mx-auto w-full max-w-[52rem] px-5 py-12">
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
        <h1 className="mr-auto page-title">Your statistics</h1>
        <Link href="/cards" prefetch={false} className="text-accent">
          All your cards
        </Link>
      </div>
      {cards.graded === 0 && year.answers === 0 ? (
        <NothingYet cards={cards.all} />
      ) : (
        <>
          <Coming forecast={forecast} fresh={cards.fresh} newPerDay={newPerDay} today={today} />
          <Remembered retention={retention} target={target} />
          <Topics lessons={lessons} />
          <RecentDays recent={recent} />
          <YearView year={year} />
          <Memories stability={memory.stability} difficulty={memory.difficulty} />
          <Calibrated calibration={memory.calibration} isFitted={memory.isFitted} />
        </>
      )}
    </div>
  )
}
