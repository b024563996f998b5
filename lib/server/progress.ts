import 'server-only'
import { cache } from 'react'
import type { ReadingInput } from '@/lib/content/reading-input'
import { fail, ok, type Result } from '@/lib/result'
import { listSections } from './content'
import { database } from './database'
import type { UserId } from './session'

/** How far a learner is in one lesson. */
export interface LessonProgress {
  /** Ids of the sections read, in the lesson's order. */
  read: string[]
  /** The section they were last in; null before the first visit, and when the lesson has since lost it. */
  at: string | null
}

/**
 * Notes sections as read and where the reader is. Repeating it changes nothing. Sections that the lesson
 * does not have are left out, as a page opened before a lesson was revised may still name them.
 * `not_found`: no such lesson.
 */
export async function recordReading(user: UserId, { lesson, read, at }: ReadingInput): Promise<Result<null>> {
  const sections = listSections(lesson)
  if (sections.length === 0) return fail('not_found')
  const fresh = read.filter((section) => sections.includes(section))
  if (fresh.length > 0) {
    const data = fresh.map((section) => ({ userId: user, lesson, section }))
    await database.sectionRead.createMany({ data, skipDuplicates: true })
  }
  if (at !== null && sections.includes(at)) {
    const visitedAt = new Date()
    await database.lessonVisit.upsert({
      where: { userId_lesson: { userId: user, lesson } },
      create: { userId: user, lesson, section: at, visitedAt },
      update: { section: at, visitedAt },
    })
  }
  return ok(null)
}

/** How far the learner is in each lesson they have opened, the latest visit first; looked up once a request. */
export const listProgress = cache(async (user: UserId): Promise<Map<string, LessonProgress>> => {
  const [visits, reads] = await Promise.all([
    database.lessonVisit.findMany({ where: { userId: user }, orderBy: { visitedAt: 'desc' } }),
    database.sectionRead.findMany({ where: { userId: user }, select: { lesson: true, section: true } }),
  ])
  const lessons = new Set([...visits, ...reads].map(({ lesson }) => lesson))
  return new Map(
    [...lessons].map((lesson) => {
      const done = new Set(reads.filter((row) => row.lesson === lesson).map(({ section }) => section))
      const sections = listSections(lesson)
      const at = visits.find((visit) => visit.lesson === lesson)?.section ?? null
      const read = sections.filter((section) => done.has(section))
      return [lesson, { read, at: at !== null && sections.includes(at) ? at : null }]
    }),
  )
})

/** How far the learner is in one lesson. */
export async function findProgress(user: UserId, lesson: string): Promise<LessonProgress> {
  return (await listProgress(user)).get(lesson) ?? { read: [], at: null }
}
