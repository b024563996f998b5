import type { Retention, TalliedDay } from './retention'
import { toRetention } from './retention'
import { logLoss, type RecallTally } from './tally'

/** First answers whose expected recall was alike. */
export interface CalibrationBin extends Retention {
  /** The mean of what was expected, 0..1. */
  expected: number
}

/** A way to predict recall, how far off it was, and by how much FSRS was nearer (positive) or farther. */
export interface Prediction {
  by: 'fsrs' | 'average' | 'moving'
  /** Mean log loss of an answer: 0 were certainty about what came; less is better. */
  logLoss: number
  /** Its log loss less that of FSRS, with the half width of 95 %; null for FSRS itself and where days are too few to say. */
  lead: { mean: number; halfWidth: number } | null
}

/** What was expected of the learner's answers, held against what came. */
export interface Calibration {
  asked: number
  bins: CalibrationBin[]
  predictions: Prediction[]
}

/** An answer's weight in the moving average halves with so many later ones. */
export const HALF_LIFE_ANSWERS = 50
/** The moving average begins as if there had been so many answers, nine of ten of them right. */
const PRIOR_ANSWERS = 10
const PRIOR_RECALL = 0.9
/** A difference over fewer days is not given an error. */
const LEAST_DAYS = 20

/** Expected recall by bin and by day against what came, beside two ways to predict that know no card. */
export function calibrate(bins: ReadonlyMap<number, RecallTally>, days: readonly TalliedDay[]): Calibration {
  const answered = days
    .map((day) => ({
      day: day.day,
      asked: day.youngAsked + day.matureAsked,
      recalled: day.youngRecalled + day.matureRecalled,
      fsrs: day.lossMicros / 1_000_000,
    }))
    .filter(({ asked }) => asked > 0)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
  const asked = answered.reduce((sum, day) => sum + day.asked, 0)
  const recalled = answered.reduce((sum, day) => sum + day.recalled, 0)
  const losses = {
    fsrs: answered.map((day) => day.fsrs),
    average: answered.map((day) => lossOf(day, recalled / asked)),
    moving: movingLosses(answered),
  }
  const predictions = (['fsrs', 'average', 'moving'] as const).map(
    (by): Prediction => ({
      by,
      logLoss: losses[by].reduce((sum, loss) => sum + loss, 0) / Math.max(1, asked),
      lead: by === 'fsrs' ? null : leadOver(losses[by], losses.fsrs, answered),
    }),
  )
  return { asked, bins: toBins(bins), predictions }
}

interface AnsweredDay {
  asked: number
  recalled: number
}

/** A day is predicted from the days before it alone, so that the order within a day does not matter. */
function movingLosses(days: readonly AnsweredDay[]): number[] {
  let [asked, recalled] = [PRIOR_ANSWERS, PRIOR_ANSWERS * PRIOR_RECALL]
  return days.map((day) => {
    const loss = lossOf(day, recalled / asked)
    const fade = 0.5 ** (day.asked / HALF_LIFE_ANSWERS)
    asked = asked * fade + day.asked
    recalled = recalled * fade + day.recalled
    return loss
  })
}

function lossOf({ asked, recalled }: AnsweredDay, chance: number): number {
  return recalled * logLoss(chance, true) + (asked - recalled) * logLoss(chance, false)
}

/**
 * The mean difference an answer, and its error. Answers of one day share their sleep and their haste, so days
 * are what varies: the error of a ratio of sums over days (https://en.wikipedia.org/wiki/Ratio_estimator).
 */
function leadOver(
  losses: readonly number[],
  fsrs: readonly number[],
  days: readonly AnsweredDay[],
): Prediction['lead'] {
  if (days.length < LEAST_DAYS) return null
  const asked = days.reduce((sum, day) => sum + day.asked, 0)
  const differences = losses.map((loss, place) => loss - fsrs[place]!)
  const mean = differences.reduce((sum, each) => sum + each, 0) / asked
  const squares = differences.reduce((sum, each, place) => sum + (each - mean * days[place]!.asked) ** 2, 0)
  const halfWidth = (1.96 * Math.sqrt((squares * days.length) / (days.length - 1))) / asked
  return { mean, halfWidth }
}

function toBins(bins: ReadonlyMap<number, RecallTally>): CalibrationBin[] {
  return [...bins]
    .filter(([, { asked }]) => asked > 0)
    .sort(([a], [b]) => a - b)
    .map(([, { asked, recalled, expectedMicros }]) => ({
      ...toRetention(asked, recalled),
      expected: expectedMicros / asked / 1_000_000,
    }))
}
