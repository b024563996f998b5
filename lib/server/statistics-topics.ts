import 'server-only'
import { course } from '@/content/course'
import { listLessons } from '@/lib/content/course'
import { byWeakness, type StatedLesson, summariseTopic, type TopicCard } from '@/lib/review/statistics/topic'
import { listCards, listObjectives } from './content'

type Card = TopicCard & { cardId: string; ownLesson: string | null }

/** Every lesson of which the deck has a card, the weakest first. An own card counts to the lesson that it came from. */
export function listStatedTopics(cards: readonly Card[]): StatedLesson[] {
  // Once each: in development every look at the content reads its files anew.
  const [written, objectives] = [listCards().filter(({ retired }) => !retired), listObjectives()]
  const lessonOf = new Map(written.map(({ id, lesson }) => [id, lesson]))
  const placed = cards.map((card) => ({ ...card, lesson: lessonOf.get(card.cardId) ?? card.ownLesson }))
  return listLessons(course)
    .flatMap(({ slug, title }) => {
      const ofLesson = placed.filter(({ lesson }) => lesson === slug)
      if (ofLesson.length === 0) return []
      const byId = new Map(ofLesson.map((card) => [card.cardId, card]))
      const stated = (objectives.get(slug) ?? [])
        .map(({ text, sections, cards }) => ({
          text,
          section: sections[0]!,
          ...summariseTopic(cards.flatMap((id) => byId.get(id) ?? [])),
        }))
        .filter((objective) => objective.cards > 0)
        .sort(byWeakness)
      const count = written.filter(({ lesson }) => lesson === slug).length
      return [{ slug, title, written: count, objectives: stated, ...summariseTopic(ofLesson) }]
    })
    .sort(byWeakness)
}
