import type { LocalDay } from '@/lib/review/day'
import { setDueDay, whenDeckIsKnown } from './deck'
import type { EventQueue } from './event-queue'
import { ANONYMOUS } from './event-store'
import { dayOf, makeGrade } from './learner'

/** What became of an answer given in the prose. */
export type Outcome =
  /** The card is in the deck and not due: the answer was for practice, and nothing was recorded. */
  | { kind: 'practice'; dueDay: LocalDay; today: LocalDay }
  /** Kept here until its reader signs in. */
  | { kind: 'kept' }
  /** In the deck, or on its way there. */
  | { kind: 'deck'; today: LocalDay; isWaiting: boolean }

/**
 * Takes an answer given in a lesson into the reader's deck: Forgot as 1, Got it as 3. A card that is in the
 * deck and not due yet is left alone, since answering right below the explanation says little about memory.
 */
export async function recordAnswer(
  cardId: string,
  answer: { grade: 1 | 3; at: number; durationMs: number; seed?: number },
): Promise<Outcome> {
  const { learner, dueDays } = await whenDeckIsKnown()
  const today = dayOf(learner, answer.at)
  const dueDay = dueDays[cardId]
  if (dueDay && dueDay > today) return { kind: 'practice', dueDay, today }
  const queue = await openQueue(learner.id)
  await queue.add(makeGrade(learner, { cardId, ...answer, source: 'lesson' }))
  if (learner.id === ANONYMOUS) return { kind: 'kept' }
  const stop = queue.onStates((states) => {
    const mine = states.find((each) => each.cardId === cardId)
    if (!mine) return
    setDueDay(cardId, mine.state?.dueDay ?? null)
    stop()
  })
  await queue.flush()
  return { kind: 'deck', today, isWaiting: queue.getStatus().connection !== 'ok' }
}

// The queue is loaded with the first answer, not with the lesson. Where the network fails just then, the
// answer waits in this tab for the network to come back.
async function openQueue(owner: string): Promise<EventQueue> {
  for (;;) {
    try {
      const { openEventQueue } = await import('./browser-queue')
      return await openEventQueue(owner)
    } catch {
      await new Promise((resolve) => addEventListener('online', resolve, { once: true }))
    }
  }
}
