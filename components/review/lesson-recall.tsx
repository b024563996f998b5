import type { Reading } from '@/lib/content/reading'
import { Recall } from './recall'

/** `<Recall card="…"/>` of a lesson: the card's face is looked up on the server, and only it is sent. */
export function LessonRecall({ card, reading }: { card: string; reading: Reading }) {
  const face = reading.faces[card]
  if (!face) throw new Error(`${reading.lesson} asks the card ${card}, which its cards.yaml does not have.`)
  return <Recall face={face} />
}
