import { daysBetween } from './day'
import { byTimeThenId, type Folded, fold, foldOn, type LoggedEvent } from './fold'
import type { Placing } from './placement'
import { type CardState, intervalDays, retrievability } from './schedule'

/** An event of a card's log that happened, and what it did. */
export type HistoryEntry = { id: string; at: number; isUndone: boolean } & (
  | { kind: 'grade'; grade: 1 | 2 | 3 | 4; before: CardState | null; after: CardState | null }
  | { kind: Exclude<LoggedEvent['kind'], 'grade' | 'undo'> }
)

const nothingUndone: ReadonlySet<string> = new Set()

/** The log of a card as a story, the latest first; an undone event stands in it as undone. */
export function listHistory(events: readonly LoggedEvent[], placing: Placing): HistoryEntry[] {
  const undone = new Set(events.flatMap((event) => (event.kind === 'undo' ? [event.undoes] : [])))
  const told = events.flatMap((event) => (event.kind === 'undo' ? [] : [event])).sort(byTimeThenId)
  const counted: LoggedEvent[] = []
  let state: Folded | null = null
  const entries = told.map((event): HistoryEntry => {
    const common = { id: event.id, at: event.at, isUndone: undone.has(event.id) }
    const before = state?.state ?? null
    if (!common.isUndone) {
      counted.push(event)
      state = (state && foldOn(state, [event], nothingUndone, placing)) ?? fold(counted, placing)
    }
    if (event.kind !== 'grade') return { ...common, kind: event.kind }
    const after = common.isUndone ? null : (state?.state ?? null)
    return { ...common, kind: 'grade', grade: event.grade, before, after }
  })
  return entries.reverse()
}

/** What the interval after a grade is made of. */
export interface IntervalReason {
  grade: 1 | 2 | 3 | 4
  /** Days since the grade before, and the recall expected then (0..1); null for a first grade. */
  elapsedDays: number | null
  expectedRecall: number | null
  /** Days until recall falls to the wanted one, before anything moves it. */
  idealDays: number
  /** Whether the longest interval cuts it. */
  isCapped: boolean
  /** The days it has, and by how much it was moved: evened out, off an easy day, past a vacation. */
  days: number
  isPastVacation: boolean
}

/** Why a card is due when it is, from its state before and after its last grade. */
export function explainInterval(
  before: CardState | null,
  after: CardState,
  { plan }: Placing,
): IntervalReason {
  const elapsedDays = before ? Math.max(0, daysBetween(before.lastDay, after.lastDay)) : null
  const idealDays = after.lastGrade === 1 ? 0 : intervalDays(after.stability, plan)
  const days = daysBetween(after.lastDay, after.dueDay)
  const { vacation } = plan
  return {
    grade: after.lastGrade,
    elapsedDays,
    expectedRecall: before ? retrievability(before, after.lastDay, plan) : null,
    idealDays,
    isCapped: idealDays === plan.maximumInterval,
    days,
    // Moved by more than its window: only a vacation does that.
    isPastVacation: vacation !== null && after.dueDay > vacation.to && days > idealDays * 1.2 + 3,
  }
}
