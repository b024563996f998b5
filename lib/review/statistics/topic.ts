import { type Retention, toRetention } from './retention'

/** A card as its topic needs it. */
export interface TopicCard {
  /** Probability of recall today, 0..1; null for a card that was never graded. */
  recall: number | null
  asked: number
  recalled: number
}

/** How a lesson, or an objective of one, stands in the learner's memory. */
export interface Topic {
  /** Cards of it in the deck, and those of them that were graded. */
  cards: number
  graded: number
  /** Mean probability of recall today of the graded ones; null where there is none. */
  recall: number | null
  retention: Retention
}

/** An objective of a lesson, as the learner's cards of it stand, and the section to read. */
export interface StatedObjective extends Topic {
  text: string
  section: string
}

/** A lesson that has cards in the deck, as they stand; its objectives the weakest first. */
export interface StatedLesson extends Topic {
  slug: string
  title: string
  /** Cards that the lesson has, in the deck or not; own cards that came from it are not counted. */
  written: number
  objectives: StatedObjective[]
}

/** The cards of one topic taken together. */
export function summariseTopic(cards: readonly TopicCard[]): Topic {
  const recalls = cards.flatMap(({ recall }) => (recall === null ? [] : [recall]))
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return {
    cards: cards.length,
    graded: recalls.length,
    recall: recalls.length === 0 ? null : sum(recalls) / recalls.length,
    retention: toRetention(sum(cards.map(({ asked }) => asked)), sum(cards.map(({ recalled }) => recalled))),
  }
}

/** The weakest first: by the recall that is expected today; what was never asked comes last. */
export function byWeakness(a: Topic, b: Topic): number {
  return (a.recall ?? 2) - (b.recall ?? 2) || b.graded - a.graded
}
