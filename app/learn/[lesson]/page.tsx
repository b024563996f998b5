import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { Contents } from '@/components/lesson/contents'
import { LessonFrame } from '@/components/lesson/lesson-frame'
import { course } from '@/content/course'
import { neighbours } from '@/lib/content/course'
import { type Access, listContents } from '@/lib/content/outline'
import { findLessonContent } from '@/lib/server/lessons'
import { findUser } from '@/lib/server/session'
import { LessonBody } from './lesson-body'
import { LessonDeck } from './lesson-deck'
import { OwnCards } from './own-cards'
import { OwnContents, OwnResume } from './own-parts'

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
  const user = await findUser()
  const access: Access = user ? 'full' : 'preview'
  const { slug, frontmatter } = lesson
  const sections = listContents(lesson.sections, access)
  const plain = <Contents lesson={slug} sections={sections} kept={null} />
  const own = user && { user, lesson: slug, sections }
  return (
    <LessonFrame
      slug={slug}
      frontmatter={frontmatter}
      access={access}
      contents={own ? <Suspense fallback={plain}>{<OwnContents {...own} />}</Suspense> : plain}
      resume={own ? <Suspense>{<OwnResume {...own} />}</Suspense> : null}
      {...neighbours(course, slug)}
    >
      <LessonBody slug={slug} access={access} />
      <Suspense>
        <LessonDeck lesson={slug} />
      </Suspense>
      {user && (
        <Suspense>
          <OwnCards user={user} lesson={slug} />
        </Suspense>
      )}
    </LessonFrame>
  )
}
