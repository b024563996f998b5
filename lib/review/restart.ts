import { addDays, type LocalDay } from './day'
import type { Placing } from './placement'
import { type CardState, grade, retrievability } from './schedule'

interface Overdue {
  cardId: string
  state: CardState
}

/** What a gentle restart does: which cards are asked today, and the day until which each of the others waits. */
export interface Restart {
  today: string[]
  later: { cardId: string; until: LocalDay }[]
}

/** The rest is spread over at most this many days. */
export const RESTART_DAYS = 21

/**
 * After a break: the cards for which a review today does most are asked today, the rest on the days after it,
 * in that order and evenly. Deterministic: the same cards give the same days.
 */
export function planRestart(
  overdue: readonly Overdue[],
  { today, perDay, plan }: { today: LocalDay; perDay: number; plan: Placing['plan'] },
): Restart {
  const ordered = overdue
    .map((card) => ({ card, gain: reviewGain(card, today, plan) }))
    .sort((a, b) => b.gain - a.gain || (a.card.cardId < b.card.cardId ? -1 : 1))
    .map(({ card }) => card.cardId)
  const rest = ordered.slice(perDay)
  const days = Math.min(RESTART_DAYS, Math.ceil(rest.length / perDay))
  const each = Math.ceil(rest.length / Math.max(1, days))
  return {
    today: ordered.slice(0, perDay),
    later: rest.map((cardId, place) => ({ cardId, until: addDays(today, 1 + Math.floor(place / each)) })),
  }
}

/**
 * What a review on a day is expected to add to a card, in days of stability: what it would have after Good and
 * after Again, each by its probability, less what it has. A card that is still half known and was well known
 * gains most; one that is as good as forgotten has little left to save.
 */
export function reviewGain({ cardId, state }: Overdue, day: LocalDay, plan: Placing['plan']): number {
  const recall = retrievability(state, day, plan)
  const after = (given: 1 | 3) => grade(state, { grade: given, at: 0, day }, { cardId, plan }).stability
  return recall * after(3) + (1 - recall) * after(1) - state.stability
}
