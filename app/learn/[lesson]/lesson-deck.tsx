import { RecallDeck } from '@/components/review/recall-deck'
import { findStates } from '@/lib/server/cards'
import { listCards } from '@/lib/server/content'
import { findUser } from '@/lib/server/session'
import { getSettings } from '@/lib/server/settings'

/** What the lesson's prompts must know of the reader: streamed, since the prose is the same for all. */
export async function LessonDeck({ lesson }: { lesson: string }) {
  const user = await findUser()
  if (!user) return <RecallDeck deck={null} />
  const cards = listCards().filter((card) => card.lesson === lesson)
  const [settings, states] = await Promise.all([
    getSettings(user),
    findStates(
      user,
      cards.map((card) => card.id),
    ),
  ])
  const { zone, dayStartsAt, twoButtons, plan } = settings
  const dueDays = Object.fromEntries([...states].map(([id, state]) => [id, state.dueDay]))
  return <RecallDeck deck={{ learner: { id: user, zone, dayStartsAt, twoButtons, plan }, dueDays }} />
}
