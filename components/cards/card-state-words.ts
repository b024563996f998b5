import type { LocalDay } from '@/lib/review/day'
import type { Folded } from '@/lib/review/fold'
import { dayWords, shortDayWords } from '@/lib/review/words'

/** How a card stands today, in a word or two. */
export function stateWords({ state, suspended, buriedUntil }: Folded, today: LocalDay): string {
  if (suspended) return 'Suspended'
  if (buriedUntil && buriedUntil > today) return 'Buried'
  if (!state) return 'New'
  return state.dueDay <= today ? 'Due' : 'Waits'
}

/** When a card is asked next, in words; empty for one that waits for no day. */
export function nextWords(folded: Folded, today: LocalDay): string {
  return nextIn(folded, (day) => dayWords(day, today))
}

/** The same for a table. */
export function shortNextWords(folded: Folded, today: LocalDay): string {
  return nextIn(folded, (day) => shortDayWords(day, today))
}

function nextIn({ state, suspended, buriedUntil }: Folded, words: (day: LocalDay) => string): string {
  if (suspended) return ''
  const days = [state?.dueDay, buriedUntil].filter((day) => day !== null && day !== undefined)
  const next = days.toSorted().at(-1)
  return next ? words(next) : 'in its turn'
}
