import { daysBetween, type LocalDay } from '../day'
import type { CardState } from '../schedule'

/** A card counts as mature from this stability on, in days. Anki draws the line at an interval of as many. */
export const MATURE_DAYS = 21
/** Expected recall is counted in so many bins of equal width. */
export const RECALL_BINS = 20

/**
 * What happened on one of the learner's days. Asked and recalled are first answers: of a card met on an earlier
 * day, the first grade of the day. All numbers are whole, so that they add up to the same in any order.
 */
export interface DayTally {
  /** Grades that count, those of one day's later attempts included, and their time. */
  reviews: number
  spentMs: number
  /** Cards met for the first time. */
  met: number
  /** Practice, which the schedule does not see, and its time. */
  practised: number
  practisedMs: number
  youngAsked: number
  youngRecalled: number
  matureAsked: number
  matureRecalled: number
  /** Sum of the log loss of FSRS over the first answers, in millionths. */
  lossMicros: number
}

/** First answers at one expected recall. */
export interface RecallTally {
  asked: number
  recalled: number
  /** Sum of the expected recall, in millionths. */
  expectedMicros: number
}

/** What the log of one card adds to the learner's statistics: by day, and by bin of expected recall. */
export interface CardTally {
  days: Map<LocalDay, DayTally>
  bins: Map<number, RecallTally>
}

const noDay: DayTally = {
  ...{ reviews: 0, spentMs: 0, met: 0, practised: 0, practisedMs: 0 },
  ...{ youngAsked: 0, youngRecalled: 0, matureAsked: 0, matureRecalled: 0, lossMicros: 0 },
}
const noRecall: RecallTally = { asked: 0, recalled: 0, expectedMicros: 0 }

/** A tally of nothing. */
export function emptyTally(): CardTally {
  return { days: new Map(), bins: new Map() }
}

/** Counts a grade into a tally. `before`: what was known of the card; `expected`: its recall on that day. */
export function countGrade(
  tally: CardTally,
  before: CardState | null,
  graded: { day: LocalDay; grade: 1 | 2 | 3 | 4; durationMs: number },
  expected: () => number,
): void {
  const day = entry(tally.days, graded.day, noDay)
  day.reviews += 1
  day.spentMs += graded.durationMs
  if (before === null) day.met += 1
  // What is asked again on a day says little about memory: the first answer of the day is the one that counts.
  if (before === null || daysBetween(before.lastDay, graded.day) < 1) return
  const recalled = graded.grade === 1 ? 0 : 1
  if (before.stability < MATURE_DAYS) {
    day.youngAsked += 1
    day.youngRecalled += recalled
  } else {
    day.matureAsked += 1
    day.matureRecalled += recalled
  }
  const chance = expected()
  day.lossMicros += toMicros(logLoss(chance, recalled === 1))
  const bin = entry(tally.bins, binOf(chance), noRecall)
  bin.asked += 1
  bin.recalled += recalled
  bin.expectedMicros += toMicros(chance)
}

/** Counts an answer of practice into a tally. */
export function countPractice(tally: CardTally, { day, durationMs }: { day: LocalDay; durationMs: number }) {
  const entryOfDay = entry(tally.days, day, noDay)
  entryOfDay.practised += 1
  entryOfDay.practisedMs += durationMs
}

/** What has to be added to `before` to come to `after`; nothing of what is the same in both. */
export function tallyDifference(before: CardTally, after: CardTally): CardTally {
  return {
    days: differences(before.days, after.days, noDay),
    bins: differences(before.bins, after.bins, noRecall),
  }
}

/** Adds one tally into another. */
export function addTally(sum: CardTally, added: CardTally): void {
  for (const [day, tally] of added.days) addTo(entry(sum.days, day, noDay), tally)
  for (const [bin, tally] of added.bins) addTo(entry(sum.bins, bin, noRecall), tally)
}

/**
 * The log loss of one prediction, −ln of the probability given to what happened. Held within one in ten
 * thousand of certainty, so that a single surprise cannot outweigh all else.
 */
export function logLoss(chance: number, isRecalled: boolean): number {
  const held = Math.min(0.9999, Math.max(0.0001, chance))
  return -Math.log(isRecalled ? held : 1 - held)
}

/** The bin of an expected recall, 0 to RECALL_BINS - 1. */
export function binOf(chance: number): number {
  return Math.min(RECALL_BINS - 1, Math.floor(chance * RECALL_BINS))
}

function toMicros(value: number): number {
  return Math.round(value * 1_000_000)
}

function entry<K, T extends object>(entries: Map<K, T>, key: K, none: T): T {
  const known = entries.get(key)
  if (known) return known
  const made = { ...none }
  entries.set(key, made)
  return made
}

function differences<K, T extends object>(before: Map<K, T>, after: Map<K, T>, none: T): Map<K, T> {
  const found = new Map<K, T>()
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const difference = { ...(after.get(key) ?? none) }
    addTo(difference, before.get(key) ?? none, -1)
    if (Object.values(difference).some((value) => value !== 0)) found.set(key, difference)
  }
  return found
}

/** Adds number by number. Both have the same fields, and numbers in all of them. */
function addTo<T extends object>(sum: T, added: T, times = 1): void {
  const [into, from] = [sum as Record<string, number>, added as Record<string, number>]
  for (const key of Object.keys(from)) into[key] = into[key]! + times * from[key]!
}
