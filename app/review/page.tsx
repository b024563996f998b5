import type { Metadata } from 'next'
import type { DueQueue, ReviewMode } from '@/components/review/due-queue'
import { ReviewSession } from '@/components/review/review-session'
import { course } from '@/content/course'
import { findLesson } from '@/lib/content/course'
import { getCramQueue, getDueQueue } from '@/lib/server/due-queue'
import { requireUser } from '@/lib/server/session'
import { getSettings } from '@/lib/server/settings'

export const metadata: Metadata = { title: 'Review', robots: { index: false } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ReviewPage({ searchParams }: Props) {
  const user = await requireUser('/review')
  const { cram, ahead } = await searchParams
  const lesson = typeof cram === 'string' ? findLesson(course, cram) : null
  const mode: ReviewMode = lesson ? 'cram' : ahead === '1' ? 'ahead' : 'due'
  const [queue, settings]: [DueQueue, Awaited<ReturnType<typeof getSettings>>] = await Promise.all([
    lesson
      ? getCramQueue(user, lesson.slug, Date.now())
      : getDueQueue(user, Date.now(), { isAhead: mode === 'ahead' }),
    getSettings(user),
  ])
  const { zone, dayStartsAt, twoButtons, plan, sessionCards, sessionMinutes } = settings
  // Practice goes through the whole lesson: its learner asked for that, and may leave at any time.
  const limits = lesson
    ? { cards: queue.cards.length, ms: 4 * 3_600_000 }
    : { cards: sessionCards, ms: sessionMinutes * 60_000 }
  return (
    <ReviewSession
      first={queue}
      learner={{ id: user, zone, dayStartsAt, twoButtons, plan }}
      limits={limits}
      mode={mode}
    />
  )
}
