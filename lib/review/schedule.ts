import { FSRS, generatorParameters } from 'ts-fsrs'
import { addDays, daysBetween, type LocalDay } from './day'
import { type Grade, grades } from './grade'

/**
 * What is known of one learner's memory of one card: the fold of its grades.
 * The only module that knows ts-fsrs; everything that ts-fsrs keeps of a card is here by our own name.
 */
export interface CardState {
  /** Days until recall falls to 90 % (FSRS stability). */
  stability: number
  /** 1..10 (FSRS difficulty). */
  difficulty: number
  reps: number
  lapses: number
  lastGrade: Grade
  /** ms since the epoch */
  lastReviewedAt: number
  lastDay: LocalDay
  /** The day on which to ask again. After Again it is the same day: the card is asked until it is known. */
  dueDay: LocalDay
}

/** One grade as the scheduler sees it. */
export interface GradedAt {
  grade: Grade
  /** ms since the epoch */
  at: number
  day: LocalDay
}

/** Recall wanted when a card falls due. */
export const DESIRED_RETENTION = 0.9
/** Days. A course is not a lifetime: with FSRS's own 36500 five Goods would reach a year and a half. */
export const MAXIMUM_INTERVAL = 365

// FSRS-6 with its default weights. Steps are not used: intervals are our own, in the learner's days,
// since ts-fsrs counts UTC days (facts: dateDiffInDays). Fuzz stays off, so a preview is a promise.
const fsrs = new FSRS(
  generatorParameters({
    request_retention: DESIRED_RETENTION,
    maximum_interval: MAXIMUM_INTERVAL,
    enable_fuzz: false,
    enable_short_term: true,
  }),
)

/** The state after one more grade. A grade dated before the last one's day (travel west) counts as the same day. */
export function grade(before: CardState | null, { grade, at, day }: GradedAt): CardState {
  const elapsedDays = before ? Math.max(0, daysBetween(before.lastDay, day)) : 0
  const memory = fsrs.next_state(
    before && { stability: before.stability, difficulty: before.difficulty },
    elapsedDays,
    grade,
  )
  return {
    stability: memory.stability,
    difficulty: memory.difficulty,
    reps: (before?.reps ?? 0) + 1,
    // Missing a card again on the same day is the same lapse.
    lapses: (before?.lapses ?? 0) + (grade === 1 && before && before.lastGrade !== 1 ? 1 : 0),
    lastGrade: grade,
    lastReviewedAt: at,
    lastDay: day,
    dueDay: grade === 1 ? day : addDays(day, intervalDays(memory.stability)),
  }
}

/** Days until recall falls to the desired retention: a whole number from 1 to MAXIMUM_INTERVAL. */
export function intervalDays(stability: number): number {
  return Math.min(MAXIMUM_INTERVAL, Math.max(1, Math.round(stability * fsrs.interval_modifier)))
}

/** Days until the card is asked again, for each grade it could be given now; 0 means today, in this session. */
export function preview(before: CardState | null, at: number, day: LocalDay): Record<Grade, number> {
  const days = grades.map((g) => [g, daysBetween(day, grade(before, { grade: g, at, day }).dueDay)])
  return Object.fromEntries(days) as Record<Grade, number>
}

/** Probability of recall on a day, 0..1 (FSRS forgetting curve). */
export function retrievability(state: CardState, day: LocalDay): number {
  return fsrs.forgetting_curve(Math.max(0, daysBetween(state.lastDay, day)), state.stability)
}
