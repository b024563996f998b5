import { cacheLife } from 'next/cache'
import type { Access } from '@/lib/content/outline'
import type { Reading } from '@/lib/content/reading'
import { findCardFace } from '@/lib/server/content'
import { findLessonContent } from '@/lib/server/lessons'

/**
 * The prose of a lesson: the same for every reader of one access, so it is rendered once per access and
 * build, and kept. Nothing of a person may be read in here.
 */
export async function LessonBody({ slug, access }: { slug: string; access: Access }) {
  'use cache'
  cacheLife('max')
  const lesson = await findLessonContent(slug)
  if (!lesson) return null
  const { Content, sections } = lesson
  return <Content reading={{ lesson: slug, access, sections, findFace: findCardFace } satisfies Reading} />
}
