import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { course } from '@/content/course'
import type { Card } from '@/lib/content/card'
import { type Fault, readCards } from '@/lib/content/card-source'
import { listLessons } from '@/lib/content/course'
import { lessonFrontmatter } from '@/lib/content/lesson'
import { listHeadings } from '@/lib/content/lesson-outline'
import { listRecalls, readFrontmatter } from '@/lib/content/lesson-source'
import { type CoveredObjective, coverObjectives } from '@/lib/content/objective'
import { measureReadability, type Readability } from '@/lib/content/readability'

/** What an author wants to know of a lesson. */
export interface LessonReport extends Readability {
  slug: string
  title: string
  minutes: number
  objectives: readonly CoveredObjective[]
  /** `placedAt`: the line of its prompt in lesson.mdx; null where it is asked in reviews only. */
  cards: readonly { card: Card; line: number; placedAt: number | null }[]
  /** In cards.yaml. */
  faults: readonly Fault[]
}

/** A report on every lesson that can be opened, read off the files as they are now. */
export function reportLessons(): LessonReport[] {
  return listLessons(course)
    .filter(({ status }) => status === 'ready')
    .map(({ slug, title }) => reportLesson(slug, title))
}

function reportLesson(slug: string, title: string): LessonReport {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'content', 'lessons', slug)
  const lesson = readFileSync(path.join(folder, 'lesson.mdx'), 'utf8')
  const { cards, faults } = readCards(readFileSync(path.join(folder, 'cards.yaml'), 'utf8'))
  const placed = new Map(listRecalls(lesson).map(({ value, line }) => [value, line]))
  const { minutes, objectives } = lessonFrontmatter.parse(parse(readFrontmatter(lesson)))
  return {
    slug,
    title,
    minutes,
    ...measureReadability(lesson),
    objectives: coverObjectives(
      objectives,
      listHeadings(lesson),
      cards.map(({ card }) => card),
    ),
    cards: cards.map(({ card, line }) => ({ card, line, placedAt: placed.get(card.id) ?? null })),
    faults,
  }
}
