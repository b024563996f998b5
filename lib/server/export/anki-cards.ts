import 'server-only'
import { addDays, daysBetween, type LocalDay } from '../../review/day'
import { byTimeThenId, type Folded } from '../../review/fold'
import { standardWeights } from '../../review/memory'
import type { Plan } from '../../review/plan'
import { type CardState, grade } from '../../review/schedule'
import type { TimedEvent } from '../../review/timed-event'

/** A row of Anki's `cards`, without the columns that are the same for every card of ours. */
export interface AnkiCard {
  /** 0 new, 2 review */
  type: 0 | 2
  /** −1 suspended, −3 buried by hand, else as the type. */
  queue: -3 | -1 | 0 | 2
  /** Of a review the day counted from the collection's first, of a new card its place. */
  due: number
  /** Interval in days. */
  ivl: number
  reps: number
  lapses: number
  flags: number
  /** JSON: FSRS stability `s`, difficulty `d`, desired retention `dr`, decay of the forgetting curve (FSRS-5's where absent). */
  data: string
}

/** A row of Anki's `revlog`. Its id, ms since the epoch, is made unique by whoever writes it. */
export interface AnkiReview {
  at: number
  ease: number
  /** Days; −60 for a card that is asked again the same day (Anki writes seconds as negative numbers). */
  ivl: number
  lastIvl: number
  time: number
  /** 0 learning, 1 review, 2 relearning */
  type: 0 | 1 | 2
}

const SAME_DAY = -60

/** A card as Anki would hold it on `today`; `firstDay` is day 0 of the collection, `place` orders new cards. */
export function toAnkiCard(
  { state, suspended, buriedUntil, flag }: Folded,
  { plan, today, firstDay, place }: { plan: Plan; today: LocalDay; firstDay: LocalDay; place: number },
): AnkiCard {
  const isBuried = buriedUntil !== null && buriedUntil > today
  const common = { flags: flag, reps: state?.reps ?? 0, lapses: state?.lapses ?? 0 }
  const held = suspended ? -1 : isBuried ? -3 : null
  if (!state) return { ...common, type: 0, queue: held ?? 0, due: place, ivl: 0, data: '{}' }
  const data = JSON.stringify({
    s: Number(state.stability.toFixed(4)),
    d: Number(state.difficulty.toFixed(3)),
    dr: plan.retention,
    decay: (plan.weights ?? standardWeights)[20],
  })
  const due = daysBetween(firstDay, state.dueDay)
  return { ...common, type: 2, queue: held ?? 2, due, ivl: Math.max(1, intervalOf(state)), data }
}

/** A card's reviews as Anki's log would hold them: those that count, with the intervals that they led to. */
export function toAnkiReviews(
  events: readonly TimedEvent[],
  placing: { cardId: string; plan: Plan },
): AnkiReview[] {
  const undone = new Set(events.flatMap((event) => (event.kind === 'undo' ? [event.undoes] : [])))
  const counted = events.flatMap((event) =>
    (event.kind === 'grade' || event.kind === 'reset') && !undone.has(event.id) ? [event] : [],
  )
  const reviews: AnkiReview[] = []
  let state: CardState | null = null
  for (const event of counted.sort(byTimeThenId)) {
    if (event.kind !== 'grade') {
      state = null
      continue
    }
    const before: CardState | null = state
    const after: CardState = grade(before, event, placing)
    reviews.push({
      at: event.at,
      ease: event.grade,
      ivl: intervalOf(after) || SAME_DAY,
      lastIvl: before ? intervalOf(before) || SAME_DAY : 0,
      time: event.durationMs,
      type: before === null ? 0 : before.lastGrade === 1 ? 2 : 1,
    })
    state = after
  }
  return reviews
}

/** The first day of a collection that holds all of these days and instants: no due day may lie before it. */
export function firstDayOf(today: LocalDay, days: readonly LocalDay[]): LocalDay {
  return [addDays(today, -1), ...days].toSorted()[0]!
}

function intervalOf({ lastDay, dueDay }: CardState): number {
  return daysBetween(lastDay, dueDay)
}
