import { addDays, daysBetween, type LocalDay } from './day'
import { type Grade, grades } from './grade'
import { type Memory, memoryUnder } from './memory'
import { chooseShift, type Placing, placeDue } from './placement'
import type { Plan } from './plan'

/**
 * What is known of one learner's memory of one card: the fold of its grades.
 * Everything that ts-fsrs keeps of a card is here by our own name.
 */
export interface CardState extends Memory {
  reps: number
  lapses: number
  lastGrade: Grade
  /** ms since the epoch */
  lastReviewedAt: number
  lastDay: LocalDay
  /** The day of the first grade; of the first since the card was last reset. */
  firstDay: LocalDay
  /** Days from its ideal day at which the last grade asked to be put; null where it asked for nothing. */
  shift: number | null
  /** The day on which to ask again. After Again it is the same day: the card is asked until it is known. */
  dueDay: LocalDay
}

/** One grade as the scheduler sees it. */
export interface GradedAt {
  grade: Grade
  /** ms since the epoch */
  at: number
  day: LocalDay
  /** See CardState. */
  shift?: number | null
}

/** The state after one more grade. A grade dated before the last one's day (travel west) counts as the same day. */
export function grade(before: CardState | null, graded: GradedAt, placing: Placing): CardState {
  const { grade, at, day, shift = null } = graded
  const elapsedDays = before ? Math.max(0, daysBetween(before.lastDay, day)) : 0
  const memory = memoryUnder(placing.plan.weights).next(before, elapsedDays, grade)
  const after = {
    stability: memory.stability,
    difficulty: memory.difficulty,
    reps: (before?.reps ?? 0) + 1,
    // Missing a card again on the same day is the same lapse.
    lapses: (before?.lapses ?? 0) + (grade === 1 && before && before.lastGrade !== 1 ? 1 : 0),
    lastGrade: grade,
    lastReviewedAt: at,
    lastDay: day,
    firstDay: before?.firstDay ?? day,
    shift,
  }
  return { ...after, dueDay: dueDayOf(after, placing) }
}

/** The day on which a card of this state is due under a plan: how a changed plan moves a deck, and moves it back. */
export function dueDayOf(
  state: Pick<CardState, 'stability' | 'lastGrade' | 'lastDay' | 'shift'>,
  placing: Placing,
): LocalDay {
  if (state.lastGrade === 1) return state.lastDay
  const days = intervalDays(state.stability, placing.plan)
  return placeDue({ day: state.lastDay, days, shift: state.shift }, placing)
}

/** Days until recall falls to the desired retention: a whole number from 1 to the plan's longest interval. */
export function intervalDays(stability: number, plan: Plan): number {
  return Math.min(
    plan.maximumInterval,
    Math.max(1, Math.round(stability * memoryUnder(plan.weights).modifier(plan.retention))),
  )
}

/** What a grade would do if it were given now. */
export interface Previewed {
  /** Days until the card is asked again; 0 means today, in this session. */
  days: number
  /** What the grade has to ask for, so that the promise is kept. */
  shift: number | null
}

/**
 * What each grade would do now. `load` says how many cards are due on a day; a grade that is then given with
 * the `shift` of its preview has exactly the days that the preview named.
 */
export function preview(
  before: CardState | null,
  { at, day }: { at: number; day: LocalDay },
  placing: Placing,
  load: (day: LocalDay) => number = () => 0,
): Record<Grade, Previewed> {
  let notBefore = day
  const previewed: Partial<Record<Grade, Previewed>> = {}
  for (const given of grades) {
    const ideal = grade(before, { grade: given, at, day }, placing)
    const days = intervalDays(ideal.stability, placing.plan)
    const shift =
      given === 1 ? null : chooseShift({ day, days }, { reviews: ideal.reps, notBefore }, placing, load)
    const dueDay = dueDayOf({ ...ideal, shift }, placing)
    if (given !== 1) notBefore = addDays(day, days + (shift ?? 0))
    previewed[given] = { days: daysBetween(day, dueDay), shift }
  }
  return previewed as Record<Grade, Previewed>
}

/** Probability of recall on a day, 0..1 (FSRS forgetting curve), under the weights of a plan. */
export function retrievability(
  state: Pick<CardState, 'lastDay' | 'stability'>,
  day: LocalDay,
  { weights }: Pick<Plan, 'weights'>,
): number {
  return memoryUnder(weights).recall(Math.max(0, daysBetween(state.lastDay, day)), state.stability)
}
