import { Recall } from '@/components/review/recall'
import type { Reading } from '@/lib/content/reading'

/** `<Recall card="…"/>` in a lesson: finds the card's face, and asks it. */
export function LessonRecall({ card, reading }: { card: string; reading: Reading }) {
  const face = reading.findFace(card)
  if (!face) throw new Error(`The lesson ${reading.lesson} asks a card that is not there: ${card}`)
  return <Recall face={face} />
}
