import { daysBetween, type LocalDay } from './day'
import { byTimeThenId, type LoggedEvent } from './fold'
import type { Grade } from './grade'
import { type Memory, type MemoryModel, memoryUnder, type Weights } from './memory'

/** A grade as fitting sees it: when (ms), what, and so many whole days after the one before it; 0 for the first. */
export type FittedGrade = readonly [at: number, grade: Grade, elapsedDays: number]

/** The grades of one card that its present memory comes from, in their order. */
export type FittedCard = readonly FittedGrade[]

/**
 * Fewer telling reviews than this are not fitted to. The optimiser leaves out what is rare as outliers and,
 * under a few hundred, gives back the weights it began with; and of a fifth that is held out, fewer than
 * eighty would tell nothing.
 */
export const FEWEST_REVIEWS = 400

/** This share of the telling reviews, the latest, is held out: fitted to the past, weighed by what came after. */
export const HELD_OUT = 0.2

/**
 * What of one card's log the weights are fitted to: the grades since its last reset. Undone events, practice
 * and marks are left out, and so is a card that was never graded (null).
 */
export function fittedCard(events: readonly LoggedEvent[]): FittedCard | null {
  const undone = new Set(events.flatMap((event) => (event.kind === 'undo' ? [event.undoes] : [])))
  const counted = events
    .flatMap((event) => (event.kind === 'grade' || event.kind === 'reset' ? [event] : []))
    .filter(({ id }) => !undone.has(id))
    .sort(byTimeThenId)
  const reset = counted.findLastIndex(({ kind }) => kind === 'reset')
  let last: LocalDay | null = null
  const grades = counted.slice(reset + 1).flatMap((event): FittedGrade[] => {
    if (event.kind !== 'grade') return []
    const elapsedDays = last === null ? 0 : Math.max(0, daysBetween(last, event.day))
    last = event.day
    return [[event.at, event.grade, elapsedDays]]
  })
  return grades.length > 0 ? grades : null
}

/** A review on a later day than the one before it: only such a one says whether something was still known. */
export function isTelling([, , elapsedDays]: FittedGrade): boolean {
  return elapsedDays > 0
}

/** How many reviews of these cards are telling. */
export function countTelling(cards: readonly FittedCard[]): number {
  return cards.reduce((sum, card) => sum + card.filter(isTelling).length, 0)
}

/** The moment (ms) from which on telling reviews are held out; Infinity where there are none. */
export function heldOutSince(cards: readonly FittedCard[]): number {
  const moments = cards.flatMap((card) => card.filter(isTelling).map(([at]) => at)).sort((a, b) => a - b)
  return moments[Math.ceil(moments.length * (1 - HELD_OUT))] ?? Number.POSITIVE_INFINITY
}

/** How two sets of weights did on the same held-out reviews. */
export interface FitComparison {
  heldOut: number
  /** Mean log loss: -ln of the probability that was given to what happened. 0 would be foresight. */
  lossBefore: number
  lossAfter: number
  /** The second set is ahead by more than the standard error of the difference, review by review. */
  isBetter: boolean
}

/** Compares what two sets of weights would have said of each telling review from a moment on. */
export function compareWeights(
  cards: readonly FittedCard[],
  since: number,
  before: Weights | null,
  after: Weights | null,
): FitComparison {
  const [old, fitted] = [memoryUnder(before), memoryUnder(after)]
  let [lossBefore, lossAfter, sum, squares, heldOut] = [0, 0, 0, 0, 0]
  for (const card of cards) {
    const [a, b] = [lossesOf(card, since, old), lossesOf(card, since, fitted)]
    for (const [place, loss] of a.entries()) {
      const gain = loss - b[place]!
      heldOut++
      lossBefore += loss
      lossAfter += b[place]!
      sum += gain
      squares += gain * gain
    }
  }
  if (heldOut === 0) return { heldOut, lossBefore: 0, lossAfter: 0, isBetter: false }
  const mean = sum / heldOut
  const error = Math.sqrt(Math.max(0, squares / heldOut - mean * mean) / heldOut)
  return {
    heldOut,
    lossBefore: lossBefore / heldOut,
    lossAfter: lossAfter / heldOut,
    isBetter: mean > error,
  }
}

/** What came of a fit. `weights` are those that were weighed on the held-out reviews, and no others. */
export type FitOutcome =
  | { outcome: 'too_few'; reviews: number }
  | ({ outcome: 'better' | 'not_better'; reviews: number; weights: Weights } & Omit<
      FitComparison,
      'isBetter'
    >)

// So near to certainty that a slip costs much, and not everything: fsrs-rs clips alike.
const LEAST = 1e-4

function lossesOf(card: FittedCard, since: number, model: MemoryModel): number[] {
  const losses: number[] = []
  let memory: Memory | null = null
  for (const graded of card) {
    const [at, grade, elapsedDays] = graded
    if (memory && isTelling(graded) && at >= since) {
      const recall = Math.min(1 - LEAST, Math.max(LEAST, model.recall(elapsedDays, memory.stability)))
      losses.push(-Math.log(grade === 1 ? 1 - recall : recall))
    }
    memory = model.next(memory, elapsedDays, grade)
  }
  return losses
}
