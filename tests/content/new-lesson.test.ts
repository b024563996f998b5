import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readCards } from '@/lib/content/card-source'
import type { LessonEntry } from '@/lib/content/course'
import { lessonFrontmatter } from '@/lib/content/lesson'
import { listHeadings } from '@/lib/content/lesson-outline'
import { listRecalls } from '@/lib/content/lesson-source'
import { beginLesson } from '@/scripts/new-lesson'
import { frontmatterOf } from './support/library'
import { checkLinks } from './support/links'

const entry: LessonEntry = {
  slug: 'alerts-that-help',
  title: 'Alerts: "that" help',
  summary: 'What to wake somebody for, and what to leave until the morning: objectives and burn rates.',
  status: 'announced',
}
const today = '2026-11-24'
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'spanwise-lesson-'))
  await mkdir(path.join(folder, 'content/lessons'), { recursive: true })
  await cp('package.json', path.join(folder, 'package.json'))
  await writeFile(path.join(folder, 'content/card-ids.json'), '["a-card", "z-card"]')
  await writeFile(
    path.join(folder, 'content/course.ts'),
    `{ slug: 'other-lesson', status: 'announced' },\n{ slug: '${entry.slug}', title: 'x', status: 'announced' },\n`,
  )
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8')

describe('beginning a lesson', () => {
  test('the draft fits every schema, and its parts fit together', async () => {
    const place = await beginLesson(folder, [entry], entry.slug, today)
    const lesson = read(`${place}/lesson.mdx`)
    const { cards, faults } = readCards(read(`${place}/cards.yaml`))
    expect(faults).toEqual([])
    const frontmatter = lessonFrontmatter.parse(parse(frontmatterOf(lesson)))
    expect(frontmatter).toMatchObject({ title: entry.title, summary: entry.summary, updated: today })
    const slugs = listHeadings(lesson).map(({ slug }) => slug)
    expect(slugs).toEqual(expect.arrayContaining(['summary', 'sources']))
    expect(slugs).toEqual(expect.arrayContaining(frontmatter.objectives.flatMap(({ sections }) => sections)))
    expect(slugs).toContain(cards[0]!.card.heading)
    expect(listRecalls(lesson).map(({ value }) => value)).toEqual(cards.map(({ card }) => card.id))
    expect(checkLinks(lesson, [entry.slug], new Map())).toEqual([])
  })

  test('the lesson is opened in the course, no other is, and its card is recorded in order', async () => {
    await beginLesson(folder, [entry], entry.slug, today)
    expect(read('content/course.ts')).toBe(
      `{ slug: 'other-lesson', status: 'announced' },\n{ slug: '${entry.slug}', title: 'x', status: 'ready' },\n`,
    )
    expect(JSON.parse(read('content/card-ids.json'))).toEqual(['a-card', 'alerts-that-help-first', 'z-card'])
  })

  test.each([
    ['nothing', undefined, 'Name the lesson by its slug'],
    ['what is no slug', '../x', 'Name the lesson by its slug'],
    ['a lesson that the course does not announce', 'unheard-of', 'to content/course.ts first'],
  ])('%s is refused with what to do', async (_, slug, message) => {
    await expect(beginLesson(folder, [entry], slug, today)).rejects.toThrow(message)
  })

  test('a lesson that has files already is left as it is', async () => {
    await beginLesson(folder, [entry], entry.slug, today)
    await expect(beginLesson(folder, [entry], entry.slug, today)).rejects.toThrow('is there already')
  })
})
