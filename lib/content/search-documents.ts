import type { Card } from './card'
import { type CardFace, cardText, faceWords } from './card-face'
import { type Access, isReadable, type LessonSection } from './outline'

/** One thing that search can find. Plain JSON: the browser indexes a list of these. */
export interface SearchDocument {
  id: string
  kind: 'opening' | 'section' | 'card'
  /** The lesson's title. */
  lesson: string
  title: string
  /** Where it leads: a lesson, or a heading in one. */
  href: string
  text: string
}

export interface SearchableLesson {
  slug: string
  title: string
  openingText: string
  sections: readonly LessonSection[]
}

type PlacedCard = Card & { lesson: string }

/** Everything that a reader of this access may find: what they may read, and the cards that belong to it. */
export function listSearchDocuments(
  lessons: readonly SearchableLesson[],
  cards: readonly PlacedCard[],
  access: Access,
): SearchDocument[] {
  return lessons.flatMap((lesson) => {
    const readable = lesson.sections.filter(({ id }, index) => isReadable(access, { id, index }))
    const headings = new Set(readable.flatMap((section) => section.headings.map(({ id }) => id)))
    const own = cards.filter(
      (card) => card.lesson === lesson.slug && !card.retired && headings.has(card.heading),
    )
    return [
      openingOf(lesson),
      ...readable.map((section) => sectionOf(lesson, section)),
      ...own.map((card) => cardOf(lesson, card)),
    ]
  })
}

/** A learner's own card, for them alone to find. */
export function ownDocument(face: CardFace, tags: readonly string[]): SearchDocument {
  const { question, answer } = faceWords(face)
  const text = `${answer} ${tags.join(' ')}`.trim()
  const lesson = face.lessonTitle || 'Your own card'
  return { id: face.id, kind: 'card', lesson, title: question, href: `/cards/${face.id}`, text }
}

function openingOf({ slug, title, openingText }: SearchableLesson): SearchDocument {
  return { id: slug, kind: 'opening', lesson: title, title, href: `/learn/${slug}`, text: openingText }
}

function sectionOf({ slug, title }: SearchableLesson, section: LessonSection): SearchDocument {
  const id = `${slug}#${section.id}`
  return {
    id,
    kind: 'section',
    lesson: title,
    title: section.title,
    href: `/learn/${id}`,
    text: section.text,
  }
}

function cardOf({ slug, title }: SearchableLesson, card: PlacedCard): SearchDocument {
  const { question, answer } = cardText(card)
  const href = `/learn/${slug}#${card.heading}`
  return { id: `${slug}/${card.id}`, kind: 'card', lesson: title, title: question, href, text: answer }
}
