import type { LocalDay } from '@/lib/review/day'
import type { Folded } from '@/lib/review/fold'
import { dayWords } from '@/lib/review/words'

/** How a card stands today, in a word or two. */
export function stateWords({ state, suspended, buriedUntil }: Folded, today: LocalDay): string {
  if (suspended) return 'Suspended'
  if (buriedUntil && buriedUntil > today) return 'Buried'
  if (!state) return 'New'
  return state.dueDay <= today ? 'Due' : 'Waits'
}

/** When a card is asked next, in words; empty for one that waits for no day. */
export function nextWords({ state, suspended, buriedUntil }: Folded, today: LocalDay): string {
  if (suspended) return ''
  const days = [state?.dueDay, buriedUntil].filter((day) => day !== null && day !== undefined)
  const next = days.toSorted().at(-1)
  return next ? dayWords(next, today) : 'in its turn'
}
