import type { Metadata } from 'next'
import { ReviewSession } from '@/components/review/review-session'
import { getDueQueue } from '@/lib/server/due-queue'
import { requireUser } from '@/lib/server/session'
import { getSettings } from '@/lib/server/settings'

export const metadata: Metadata = { title: 'Review', robots: { index: false } }

export default async function ReviewPage() {
  const user = await requireUser('/review')
  const [queue, settings] = await Promise.all([getDueQueue(user, Date.now()), getSettings(user)])
  const { zone, dayStartsAt, twoButtons, sessionCards, sessionMinutes } = settings
  return (
    <ReviewSession
      first={queue}
      learner={{ id: user, zone, dayStartsAt, twoButtons }}
      limits={{ cards: sessionCards, ms: sessionMinutes * 60_000 }}
    />
  )
}
