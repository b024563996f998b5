import 'server-only'
import { course } from '@/content/course'
import { listLessons } from '@/lib/content/course'
import { byWeakness, summariseTopic, type Topic, type TopicCard } from '@/lib/review/statistics/topic'
import { findCard, listActiveCards, listObjectives } from './content'

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

type Card = TopicCard & { cardId: string; ownLesson: string | null }

/** Every lesson of which the deck has a card, the weakest first. An own card counts to the lesson that it came from. */
export function listStatedTopics(cards: readonly Card[]): StatedLesson[] {
  const placed = cards.map((card) => ({ ...card, lesson: findCard(card.cardId)?.lesson ?? card.ownLesson }))
  return listLessons(course)
    .flatMap(({ slug, title }) => {
      const ofLesson = placed.filter(({ lesson }) => lesson === slug)
      if (ofLesson.length === 0) return []
      const byId = new Map(ofLesson.map((card) => [card.cardId, card]))
      const objectives = listObjectives(slug)
        .map(({ text, sections, cards }) => ({
          text,
          section: sections[0]!,
          ...summariseTopic(cards.flatMap((id) => byId.get(id) ?? [])),
        }))
        .filter((objective) => objective.cards > 0)
        .sort(byWeakness)
      const written = listActiveCards(slug).length
      return [{ slug, title, written, objectives, ...summariseTopic(ofLesson) }]
    })
    .sort(byWeakness)
}
