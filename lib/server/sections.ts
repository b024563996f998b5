import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { course } from '@/content/course'
import { findLesson } from '@/lib/content/course'
import { listHeadings } from '@/lib/content/lesson-outline'

const known = new Map<string, readonly string[]>()

/** The ids of a lesson's sections in order, read from its source; none for a lesson that cannot be opened. */
export function listSections(lesson: string): readonly string[] {
  if (!findLesson(course, lesson)) return []
  const kept = known.get(lesson)
  // As lib/server/content.ts does: read once in production, always in development.
  if (kept && process.env.NODE_ENV !== 'development') return kept
  const file = path.join(
    /* turbopackIgnore: true */ process.cwd(),
    'content',
    'lessons',
    lesson,
    'lesson.mdx',
  )
  const headings = listHeadings(readFileSync(file, 'utf8'))
  const sections = headings.filter(({ depth }) => depth === 2).map(({ slug }) => slug)
  known.set(lesson, sections)
  return sections
}
