import type { LocalDay } from './day'
import type { Grade } from './grade'
import { type CardState, grade } from './schedule'

/** An event of one card's log, as far as folding needs it. */
export type LoggedEvent =
  | { kind: 'grade'; id: string; at: number; day: LocalDay; grade: Grade }
  | { kind: 'undo'; id: string; undoes: string }

export interface Folded {
  state: CardState
  /** The last event that counts. */
  lastEventId: string
}

/**
 * The state of one card from all events of its log, given in any order. Grades take their place by
 * (time, id); an undone grade counts as if it had never been. Null where nothing counts.
 */
export function fold(events: readonly LoggedEvent[]): Folded | null {
  const undone = new Set(events.flatMap((event) => (event.kind === 'undo' ? [event.undoes] : [])))
  const counted = events.filter((event) => event.kind === 'grade').filter((event) => !undone.has(event.id))
  counted.sort(byTimeThenId)
  let state: CardState | null = null
  for (const event of counted) state = grade(state, event)
  const last = counted.at(-1)
  return state && last ? { state, lastEventId: last.id } : null
}

/** The one order of grades: by time, and by id where two share a millisecond. */
export function byTimeThenId(a: { at: number; id: string }, b: { at: number; id: string }): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
