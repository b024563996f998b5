import 'server-only'
import { createHash } from 'node:crypto'
import { course } from '@/content/course'
import { listLessons } from '@/lib/content/course'
import type { Access } from '@/lib/content/outline'
import { listSearchDocuments, ownDocument, type SearchableLesson } from '@/lib/content/search-documents'
import { listCards } from './content'
import { findLessonContent } from './lessons'
import { listOwnCards, toFace } from './own-cards'
import type { UserId } from './session'

export interface SearchIndex {
  json: string
  /** A strong entity tag, quotes included. */
  etag: string
}

/** The same with the learner's own cards among the documents. Made at each call: it is theirs alone. */
export async function getOwnSearchIndex(user: UserId): Promise<SearchIndex> {
  const [course, own] = await Promise.all([getSearchIndex('full'), listOwnCards(user)])
  if (own.length === 0) return course
  const documents = own.map((card) => ownDocument(toFace(card), card.tags))
  return seal(`${course.json.slice(0, -1)},${JSON.stringify(documents).slice(1)}`)
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
  return seal(JSON.stringify(listSearchDocuments(lessons, listCards(), access)))
}

function seal(json: string): SearchIndex {
  return { json, etag: `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"` }
}
