import type { LocalDay } from './day'
import type { Weights } from './memory'

/** How much a learner wants to fall on a weekday. */
export type EasyDay = 'normal' | 'reduced' | 'minimum'
export const easyDayKinds = ['normal', 'reduced', 'minimum'] as const satisfies EasyDay[]

/** Days on which nothing falls due, both ends included. */
export type Vacation = {
  from: LocalDay
  to: LocalDay
}

/**
 * What of a learner's settings moves due days. A card's state is a pure function of its log and of this: of the
 * weights its memory, of all of it its due day.
 */
export interface Plan {
  /** Recall wanted when a card falls due, 0.70..0.97. */
  retention: number
  /** Days; no interval is longer. */
  maximumInterval: number
  /** One for each weekday, Monday first. */
  easyDays: EasyDay[]
  vacation: Vacation | null
  /** FSRS-6 as fitted to the learner; null for the weights that everyone begins with. */
  weights: Weights | null
}

/** What a new account begins with. 365 days: a course is not a lifetime; FSRS's own limit is a hundred years. */
export const defaultPlan: Plan = {
  retention: 0.9,
  maximumInterval: 365,
  easyDays: ['normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'normal'],
  vacation: null,
  weights: null,
}
