/**
 * `npm run new:lesson <slug>`: begins a lesson that the course announces. It writes lesson.mdx and cards.yaml,
 * records the card's id, and opens the lesson in content/course.ts.
 */
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { course } from '../content/course'
import { readCards } from '../lib/content/card-source'
import { type LessonEntry, listLessons } from '../lib/content/course'
import { draftLesson } from './lesson-draft'
import { Refusal } from './refusal'

const root = path.join(import.meta.dirname, '..')

/** Opens an announced lesson in the text of course.ts. */
export function openInCourse(source: string, slug: string): string {
  const entry = new RegExp(`(slug: '${slug}',[^}]*?status: )'announced'`)
  if (!entry.test(source)) throw new Refusal(`content/course.ts has no announced lesson "${slug}" to open.`)
  return source.replace(entry, "$1'ready'")
}

/**
 * Writes the first files of a lesson. @returns its folder.
 * @param folder the checkout to write into.
 * @param lessons of its course.
 */
export async function beginLesson(
  folder: string,
  lessons: readonly LessonEntry[],
  slug: string | undefined,
  today: string,
): Promise<string> {
  const announced = lessons.filter((lesson) => lesson.status === 'announced')
  const known = announced.map((lesson) => lesson.slug).join(', ') || 'none'
  if (!slug || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    throw new Refusal(`Name the lesson by its slug: npm run new:lesson <slug>. Announced: ${known}.`)
  const place = path.join('content', 'lessons', slug)
  if (existsSync(path.join(folder, place))) throw new Refusal(`${place} is there already.`)
  const entry = announced.find((lesson) => lesson.slug === slug)
  if (!entry)
    throw new Refusal(
      `Add "${slug}" to content/course.ts first, as 'announced', in its place. Announced: ${known}.`,
    )
  const { dependencies } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'))
  const semconv: string = dependencies['@opentelemetry/semantic-conventions']
  const { lesson, cards } = draftLesson({ ...entry, today, semconv })
  const coursePath = path.join(folder, 'content/course.ts')
  const opened = openInCourse(await readFile(coursePath, 'utf8'), slug)
  const idsPath = path.join(folder, 'content/card-ids.json')
  const ids: string[] = JSON.parse(await readFile(idsPath, 'utf8'))
  const all = [...ids, ...readCards(cards).cards.map(({ card }) => card.id)].sort()
  await mkdir(path.join(folder, place), { recursive: true })
  await writeFile(path.join(folder, place, 'lesson.mdx'), lesson)
  await writeFile(path.join(folder, place, 'cards.yaml'), cards)
  await writeFile(idsPath, `${JSON.stringify(all, null, 2)}\n`)
  await writeFile(coursePath, opened)
  return place
}

if (process.argv[1] === import.meta.filename)
  beginLesson(root, listLessons(course), process.argv[2], new Date().toISOString().slice(0, 10)).then(
    (place) => console.log(`Wrote ${place}. npm run dev shows it; /authors says what it still lacks.`),
    (error) => {
      console.error(error instanceof Refusal ? error.message : error)
      process.exit(1)
    },
  )
