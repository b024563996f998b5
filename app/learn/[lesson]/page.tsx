import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LessonFrame } from '@/components/lesson/lesson-frame'
import { course } from '@/content/course'
import { neighbours } from '@/lib/content/course'
import type { Access } from '@/lib/content/outline'
import { findLessonContent } from '@/lib/server/lessons'
import { findUser } from '@/lib/server/session'
import { LessonBody } from './lesson-body'

type Props = { params: Promise<{ lesson: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lesson = await findLessonContent((await params).lesson)
  if (!lesson) notFound()
  const { title, summary, updated } = lesson.frontmatter
  const url = `/learn/${lesson.slug}`
  return {
    title,
    description: summary,
    alternates: { canonical: url },
    openGraph: { type: 'article', title, description: summary, url, modifiedTime: updated },
  }
}

export default async function LessonPage({ params }: Props) {
  const lesson = await findLessonContent((await params).lesson)
  if (!lesson) notFound()
  const access: Access = (await findUser()) ? 'full' : 'preview'
  const { slug, frontmatter, sections } = lesson
  return (
    <LessonFrame
      slug={slug}
      frontmatter={frontmatter}
      contents={null}
      resume={null}
      access={access}
      {...neighbours(course, slug)}
    >
      <LessonBody slug={slug} access={access} />
    </LessonFrame>
  )
}
