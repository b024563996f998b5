import { addDays, daysBetween, type LocalDay, weekdayOf } from './day'
import { hashText } from './hash'
import type { Plan } from './plan'

/** What an interval needs to find its day: which card, after which review, and under which plan. */
export interface Placing {
  cardId: string
  plan: Plan
}

export interface Interval {
  /** The day of the review. */
  day: LocalDay
  /** Days from it to the ideal day, 1 or more. */
  days: number
  /** How far from the ideal day the review itself asked to be put, in days; null where it asked for nothing. */
  shift: number | null
}

/** After a vacation its cards are spread over at most this many days. */
const VACATION_SPREAD_DAYS = 14

/**
 * The days that an interval may as well have: a little around it, growing with it. The ranges of Anki's
 * fuzz (rslib/src/scheduler/states/fuzz.rs) and of ts-fsrs: intervals under 2.5 days have none.
 */
export function fuzzWindow(days: number, maximumInterval: number): { least: number; most: number } {
  if (days < 2.5) return { least: days, most: days }
  const part = (from: number, to: number, factor: number) =>
    factor * Math.max(0, Math.min(days, to) - Math.min(days, from))
  const delta = 1 + part(2.5, 7, 0.15) + part(7, 20, 0.1) + part(20, Number.POSITIVE_INFINITY, 0.05)
  const most = Math.min(maximumInterval, Math.round(days + delta))
  return { least: Math.min(most, Math.max(2, Math.round(days - delta))), most }
}

/**
 * The day on which a card is due: the ideal day, moved within its window to where the review asked to be put
 * and off the weekdays that the learner wants free, and out of a vacation. A pure function of its arguments:
 * the same log and the same plan give the same day, in whatever order events arrived.
 */
export function placeDue({ day, days, shift }: Interval, { cardId, plan }: Placing): LocalDay {
  const { least, most } = fuzzWindow(days, plan.maximumInterval)
  const wanted = addDays(day, Math.min(most, Math.max(least, days + (shift ?? 0))))
  // Without easy days every day of the window ranks alike, and the nearest to the wanted one is that day itself.
  const isAnyDayEasy = plan.easyDays.some((kind) => kind !== 'normal')
  const due = isAnyDayEasy
    ? bestDay(addDays(day, least), addDays(day, most), (each) => [
        easyRank(each, cardId, plan),
        Math.abs(daysBetween(each, wanted)),
      ])
    : wanted
  return afterVacation(due, cardId, plan)
}

/**
 * How far from its ideal day a review should ask to be put: to the day of its window with the fewest cards,
 * among equals the one that the card's id picks. Deterministic, so that a preview is a promise. A day without
 * a card keeps its weekday's rank (Anki's balancer loses it there: select_weighted_interval). `notBefore` is
 * where a worse grade would put the card: a better one never comes back sooner.
 */
export function chooseShift(
  { day, days }: Pick<Interval, 'day' | 'days'>,
  { reviews, notBefore }: { reviews: number; notBefore: LocalDay },
  { cardId, plan }: Placing,
  load: (day: LocalDay) => number,
): number {
  const { least, most } = fuzzWindow(days, plan.maximumInterval)
  if (least === most) return 0
  const [first, last] = [addDays(day, least), addDays(day, most)]
  const from = notBefore > first && notBefore <= last ? notBefore : first
  const picked = addDays(from, hashText(`${cardId} ${reviews}`) % (daysBetween(from, last) + 1))
  const due = bestDay(from, last, (each) => [
    easyRank(each, cardId, plan),
    load(each),
    Math.abs(daysBetween(each, picked)),
  ])
  return daysBetween(day, due) - days
}

/** 0 where the weekday is free for the card, 2 where the learner wants next to nothing. On a reduced day half the cards stay. */
function easyRank(day: LocalDay, cardId: string, plan: Plan): number {
  const kind = plan.easyDays[weekdayOf(day)]
  if (kind === 'minimum') return 2
  return kind === 'reduced' ? hashText(`${cardId} ${day}`) % 2 : 0
}

function afterVacation(due: LocalDay, cardId: string, plan: Plan): LocalDay {
  const { vacation } = plan
  if (!vacation || due < vacation.from || due > vacation.to) return due
  const spread = Math.min(VACATION_SPREAD_DAYS, daysBetween(vacation.from, vacation.to) + 1)
  const wanted = addDays(vacation.to, 1 + (hashText(cardId) % spread))
  return bestDay(addDays(vacation.to, 1), addDays(vacation.to, spread), (each) => [
    easyRank(each, cardId, plan),
    Math.abs(daysBetween(each, wanted)),
  ])
}

/** The day of least cost; costs are compared from the left, and of equal days the earlier one is taken. */
function bestDay(from: LocalDay, to: LocalDay, costOf: (day: LocalDay) => readonly number[]): LocalDay {
  let best = from
  let least = costOf(from)
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const cost = costOf(day)
    if (!isLess(cost, least)) continue
    best = day
    least = cost
  }
  return best
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  for (const [place, value] of a.entries()) if (value !== b[place]) return value < b[place]!
  return false
}
