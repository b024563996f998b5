import type { ReactNode } from 'react'
import type { LessonEntry } from '@/lib/content/course'
import type { LessonFrontmatter } from '@/lib/content/lesson'
import type { Access } from '@/lib/content/outline'
import { FigureMotion } from './figure-motion'
import { LessonHead } from './lesson-head'
import { LessonNeighbours } from './lesson-neighbours'

/** A lesson's page: contents at the side, head, prose, and what comes before and after. */
export function LessonFrame(given: {
  slug: string
  frontmatter: LessonFrontmatter
  access: Access
  contents: ReactNode
  resume: ReactNode
  previous: LessonEntry | null
  next: LessonEntry | null
  children: ReactNode
}) {
  return (
    <div className="page lesson-frame pt-8 pb-20 sm:pt-12">
      <div className="no-print">{given.contents}</div>
      <article className="lesson">
        <LessonHead slug={given.slug} frontmatter={given.frontmatter} access={given.access} />
        <div className="prose lesson-flow">{given.children}</div>
        <LessonNeighbours previous={given.previous} next={given.next} />
      </article>
      {given.resume}
      <FigureMotion />
    </div>
  )
}
