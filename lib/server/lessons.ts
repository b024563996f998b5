import 'server-only'
import type { MDXContent } from 'mdx/types'
import { course } from '@/content/course'
import { findLesson } from '@/lib/content/course'
import { type LessonFrontmatter, lessonFrontmatter } from '@/lib/content/lesson'
import type { LessonSection } from '@/lib/content/outline'

export interface Lesson {
  slug: string
  frontmatter: LessonFrontmatter
  sections: readonly LessonSection[]
  openingText: string
  Content: MDXContent
}

/** A ready lesson with its compiled prose; null for a slug that is unknown or only announced. */
export async function findLessonContent(slug: string): Promise<Lesson | null> {
  if (!findLesson(course, slug)) return null
  const compiled = await import(`@/content/lessons/${slug}/lesson.mdx`)
  return {
    slug,
    frontmatter: lessonFrontmatter.parse(compiled.frontmatter),
    sections: compiled.sections,
    openingText: compiled.openingText,
    Content: compiled.default,
  }
}
