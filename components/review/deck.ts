import { isZone, type LocalDay } from '@/lib/review/day'
import { defaultPlan } from '@/lib/review/plan'
import { ANONYMOUS } from './event-store'
import type { Learner } from './learner'

/** What a lesson's prompts must know of the reader: who they are, and which of its cards they have. */
export interface Deck {
  learner: Learner
  /** Day on which each card of the deck is due; a card that is not here was never answered. */
  dueDays: Readonly<Record<string, LocalDay>>
}

/** The page says who reads it a moment after the prose; an answer given before that waits this long. */
const PATIENCE_MS = 10_000

let deck: Deck | null = null
const listeners = new Set<() => void>()

export function getDeck(): Deck | null {
  return deck
}

export function subscribeDeck(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function setDeck(next: Deck): void {
  deck = next
  for (const listener of listeners) listener()
}

/** Notes when a card is due now; a card that left the deck by an undo elsewhere has no day. */
export function setDueDay(cardId: string, dueDay: LocalDay | null): void {
  if (!deck) return
  const { [cardId]: _, ...others } = deck.dueDays
  setDeck({ ...deck, dueDays: dueDay ? { ...others, [cardId]: dueDay } : others })
}

/**
 * The deck once the page has said whose it is. Where it never does, the answer is kept as nobody's: it
 * joins the account on the next page that does.
 */
export function whenDeckIsKnown(): Promise<Deck> {
  if (deck) return Promise.resolve(deck)
  return new Promise((resolve) => {
    const settle = () => {
      stop()
      clearTimeout(timer)
      resolve(deck ?? signedOutDeck())
    }
    const stop = subscribeDeck(settle)
    const timer = setTimeout(settle, PATIENCE_MS)
  })
}

/** For a reader who is signed out: the browser's zone, and the day that begins at four as it does for new accounts. */
export function signedOutDeck(): Deck {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const zone = timeZone && isZone(timeZone) ? timeZone : 'UTC'
  return {
    learner: { id: ANONYMOUS, zone, dayStartsAt: 4, twoButtons: true, plan: defaultPlan },
    dueDays: {},
  }
}
