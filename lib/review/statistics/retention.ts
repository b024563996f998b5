import type { LocalDay } from '../day'
import type { DayTally } from './tally'
import { type Interval, wilsonInterval } from './wilson'

/** A day of the learner's, and what happened on it. */
export interface TalliedDay extends DayTally {
  day: LocalDay
}

/** How many first answers there were, how many of them were right, and the share that this may well mean. */
export interface Retention {
  asked: number
  recalled: number
  interval: Interval
}

/** True retention by the age of the memory: `young` is stability under 21 days, `mature` the rest. */
export interface RetentionByAge {
  all: Retention
  young: Retention
  mature: Retention
}

/** Under so many first answers an interval is so wide that it tells next to nothing. */
export const FEW_ANSWERS = 30

/** The share of `recalled` in `asked`, with its interval. */
export function toRetention(asked: number, recalled: number): Retention {
  return { asked, recalled, interval: wilsonInterval(recalled, asked) }
}

/** True retention over the days from `from` on; over all of them where it is null. */
export function trueRetention(days: readonly TalliedDay[], from: LocalDay | null): RetentionByAge {
  const within = days.filter(({ day }) => from === null || day >= from)
  const sum = (key: 'youngAsked' | 'youngRecalled' | 'matureAsked' | 'matureRecalled') =>
    within.reduce((total, day) => total + day[key], 0)
  const [young, mature] = [
    { asked: sum('youngAsked'), recalled: sum('youngRecalled') },
    { asked: sum('matureAsked'), recalled: sum('matureRecalled') },
  ]
  return {
    all: toRetention(young.asked + mature.asked, young.recalled + mature.recalled),
    young: toRetention(young.asked, young.recalled),
    mature: toRetention(mature.asked, mature.recalled),
  }
}

/** What retention says of the target: nothing yet, that the target lies within its interval, or above or below it. */
export type Verdict = 'few' | 'within' | 'below' | 'above'

/** Where the retention lies as seen from the target (0..1). */
export function judgeRetention({ asked, interval }: Retention, target: number): Verdict {
  if (asked < FEW_ANSWERS) return 'few'
  if (interval.high < target) return 'below'
  return interval.low > target ? 'above' : 'within'
}
