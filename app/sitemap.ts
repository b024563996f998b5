import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { simulators } from '@/components/simulators/simulator-names'
import { course } from '@/content/course'
import { listLessons } from '@/lib/content/course'
import { env } from '@/lib/server/env'
import { findLessonContent } from '@/lib/server/lessons'

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection()
  const ready = listLessons(course).filter((lesson) => lesson.status === 'ready')
  const lessons = await Promise.all(ready.map((lesson) => findLessonContent(lesson.slug)))
  return [
    { url: `${env.NEXTAUTH_URL}/` },
    { url: `${env.NEXTAUTH_URL}/course` },
    { url: `${env.NEXTAUTH_URL}/play` },
    ...Object.keys(simulators).map((name) => ({ url: `${env.NEXTAUTH_URL}/play/${name}` })),
    ...lessons.flatMap((lesson) =>
      lesson
        ? [{ url: `${env.NEXTAUTH_URL}/learn/${lesson.slug}`, lastModified: lesson.frontmatter.updated }]
        : [],
    ),
  ]
}
