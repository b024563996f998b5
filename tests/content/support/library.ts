import { readFileSync } from 'node:fs'
import path from 'node:path'
import { course } from '@/content/course'
import { type PlacedCard, readCards } from '@/lib/content/card-source'
import { listLessons } from '@/lib/content/course'

export interface LessonFiles {
  slug: string
  lessonPath: string
  lesson: string
  cardsPath: string
  cards: string
}

/** The sources of every lesson that can be opened. */
export const lessons: readonly LessonFiles[] = listLessons(course)
  .filter((entry) => entry.status === 'ready')
  .map(({ slug }) => {
    const lessonPath = path.join('content', 'lessons', slug, 'lesson.mdx')
    const cardsPath = path.join('content', 'lessons', slug, 'cards.yaml')
    return {
      slug,
      lessonPath,
      lesson: readFileSync(lessonPath, 'utf8'),
      cardsPath,
      cards: readFileSync(cardsPath, 'utf8'),
    }
  })

/** The YAML between the first two rules of a lesson. */
export const frontmatterOf = (lesson: string): string => /^---\n([\s\S]*?)\n---\n/.exec(lesson)?.[1] ?? ''

/** All text of a card that a learner reads. */
export function textOfCard({ card }: PlacedCard): string {
  const { id, kind, heading, retired, simulator, ...rest } = card
  return JSON.stringify(rest)
}

export const cardsOf = (files: LessonFiles): PlacedCard[] => readCards(files.cards).cards
