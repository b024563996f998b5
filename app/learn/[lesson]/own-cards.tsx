import { CardFromSelection } from '@/components/cards/card-from-selection'
import { LessonCardsPanel } from '@/components/cards/lesson-cards-panel'
import { countLessonCards } from '@/lib/server/lesson-cards'
import type { UserId } from '@/lib/server/session'

/** What this learner has of the lesson's cards, and the ways to more of them. */
export async function OwnCards({ user, lesson }: { user: UserId; lesson: string }) {
  const counts = await countLessonCards(user, lesson)
  if (counts.all === 0) return <CardFromSelection lesson={lesson} />
  return (
    <>
      <LessonCardsPanel lesson={lesson} {...counts} />
      <CardFromSelection lesson={lesson} />
    </>
  )
}
