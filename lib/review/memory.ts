import { clipParameters, default_w, FSRS, generatorParameters } from 'ts-fsrs'
import type { Grade } from './grade'

/** The 21 weights of FSRS-6, in its own order. The last is the decay of the forgetting curve. */
export type Weights = readonly number[]

/** What is known of a memory of one card. */
export interface Memory {
  /** Days until recall falls to 90 % (FSRS stability). */
  stability: number
  /** 1..10 (FSRS difficulty). */
  difficulty: number
}

/** FSRS-6 under one set of weights: how a memory changes with a review, and how it fades. */
export interface MemoryModel {
  /** The memory after one more grade, so many whole days after the last; `before` is null for a first grade. */
  next(before: Memory | null, elapsedDays: number, grade: Grade): Memory
  /** Probability of recall so many days after a review, 0..1 (the forgetting curve). */
  recall(elapsedDays: number, stability: number): number
  /** What a stability is multiplied by for the days until recall falls to this retention (0..1). */
  modifier(retention: number): number
}

/** The weights that everyone begins with: FSRS-6’s own, averaged over many learners. */
export const standardWeights: Weights = default_w

const standard = makeModel(standardWeights)
const made = new WeakMap<Weights, MemoryModel>()

/** The model under these weights; null for those that everyone begins with. The only module that knows ts-fsrs. */
export function memoryUnder(weights: Weights | null | undefined): MemoryModel {
  if (!weights) return standard
  const known = made.get(weights)
  if (known) return known
  const model = makeModel(weights)
  made.set(weights, model)
  return model
}

/**
 * Weights as a plan may hold them: 21 numbers within the bounds of FSRS-6 (ts-fsrs, CLAMP_PARAMETERS), to four
 * decimals as they are published, and the first stabilities in the order of the grades. Null where they are
 * not 21 numbers.
 */
export function boundWeights(raw: readonly number[]): Weights | null {
  if (raw.length !== standardWeights.length || !raw.every(Number.isFinite)) return null
  const bounded = clipParameters([...raw], 1, true).map((weight) => Math.round(weight * 1e4) / 1e4)
  // A better first grade never leads to an earlier day, so that the buttons keep their order.
  for (let place = 1; place < 4; place++) bounded[place] = Math.max(bounded[place]!, bounded[place - 1]!)
  return bounded
}

/** Whether both are the same weights, number by number. */
export function sameWeights(a: Weights | null, b: Weights | null): boolean {
  return a === b || (a !== null && b !== null && a.every((weight, place) => weight === b[place]))
}

function makeModel(weights: Weights): MemoryModel {
  // Steps are not used: intervals are our own, in the learner's days, since ts-fsrs counts UTC days
  // (dateDiffInDays). Its fuzz stays off; ours is placement.ts, where a preview holds.
  const fsrs = new FSRS(generatorParameters({ w: weights, enable_fuzz: false, enable_short_term: true }))
  const modifiers = new Map<number, number>()
  return {
    next: (before, elapsedDays, grade) => fsrs.next_state(before, elapsedDays, grade),
    recall: (elapsedDays, stability) => fsrs.forgetting_curve(elapsedDays, stability),
    modifier(retention) {
      const known = modifiers.get(retention)
      if (known !== undefined) return known
      const modifier = fsrs.calculate_interval_modifier(retention)
      modifiers.set(retention, modifier)
      return modifier
    },
  }
}
