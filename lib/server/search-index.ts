import 'server-only'
import { createHash } from 'node:crypto'
import { course } from '@/content/course'
import { listLessons } from '@/lib/content/course'
import type { Access } from '@/lib/content/outline'
import { listSearchDocuments, type SearchableLesson } from '@/lib/content/search-documents'
import { listCards } from './content'
import { findLessonContent } from './lessons'

export interface SearchIndex {
  json: string
  /** A strong entity tag, quotes included. */
  etag: string
}

const made = new Map<Access, Promise<SearchIndex>>()

/** The documents that a reader of this access may search, as JSON; made once per access in production. */
export function getSearchIndex(access: Access): Promise<SearchIndex> {
  const kept = made.get(access)
  if (kept && process.env.NODE_ENV !== 'development') return kept
  const fresh = make(access)
  made.set(access, fresh)
  return fresh
}

async function make(access: Access): Promise<SearchIndex> {
  const lessons: SearchableLesson[] = []
  for (const { slug } of listLessons(course)) {
    const lesson = await findLessonContent(slug)
    if (lesson) lessons.push({ ...lesson, title: lesson.frontmatter.title })
  }
  const json = JSON.stringify(listSearchDocuments(lessons, listCards(), access))
  return { json, etag: `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"` }
}
