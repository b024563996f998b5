import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { course } from '@/content/course'
import { listLessons } from '@/lib/content/course'
import { lessonFrontmatter } from '@/lib/content/lesson'
import { listHeadings } from '@/lib/content/lesson-outline'
import { blankFences, listFences, listRecalls } from '@/lib/content/lesson-source'
import { frontmatterOf, lessons } from './support/library'
import { anchorsOf, checkLinks } from './support/links'

const slugs = listLessons(course).map((lesson) => lesson.slug)
const anchors = anchorsOf(lessons)

describe.each(lessons)('$slug', (files) => {
  const frontmatter = frontmatterOf(files.lesson)
  const headings = listHeadings(files.lesson)

  test('has front matter that fits the schema', () => {
    const parsed = lessonFrontmatter.safeParse(parse(frontmatter))
    expect(parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []).toEqual([])
  })

  test('has a title of its own in the course', () => {
    const entry = listLessons(course).find((lesson) => lesson.slug === files.slug)
    expect(parse(frontmatter).title).toBe(entry?.title)
  })

  test('says in its summary section what a signed-out reader may keep', () => {
    expect(headings.filter((heading) => heading.slug === 'summary' && heading.depth === 2)).toHaveLength(1)
  })

  test('has no heading twice and skips no level', () => {
    expect(new Set(headings.map((heading) => heading.slug)).size).toBe(headings.length)
    for (const [index, heading] of headings.entries())
      expect(heading.depth, `line ${heading.line}`).toBeLessThanOrEqual((headings[index - 1]?.depth ?? 1) + 1)
  })

  test('links only to pages and headings that exist and to hosts that were agreed on', () => {
    const faults = checkLinks(files.lesson, slugs, anchors)
    expect(faults.map(({ line, message }) => `${files.lessonPath}:${line} ${message}`)).toEqual([])
  })

  test('names its sources', () => {
    expect(headings.map((heading) => heading.slug)).toContain('sources')
  })

  test('takes about as long as it says: 150 to 280 words a minute, sources aside', () => {
    const prose = blankFences(files.lesson)
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .split('\n## Sources')[0]!
    const words = prose
      .replace(/<[^>]+>|[|#*`-]/g, ' ')
      .split(/\s+/)
      .filter(Boolean).length
    const perMinute = words / parse(frontmatter).minutes
    expect(perMinute).toBeGreaterThan(150)
    expect(perMinute).toBeLessThan(280)
  })
})

describe('checking links', () => {
  test.each([
    ['[x](#nowhere)', 'is not a heading'],
    ['[x](/learn/no-such-lesson)', 'is not a page'],
    ['[x](/learn/sampling#no-such-heading)', 'is not a heading of that lesson'],
    ['[x](/learn/sampling#)', 'is not a heading of that lesson'],
    ['[x](https://tracker.example/)', 'not in the list'],
    ['[x](http://opentelemetry.io/)', 'is not https'],
  ])('%s is refused', (link, message) => {
    expect(checkLinks(`## Here\n\n${link}\n`, slugs, anchors)).toMatchObject([
      { line: 3, message: expect.stringContaining(message) },
    ])
  })

  test('an anchor of the lesson, a lesson of the course, a heading there and a specification are accepted', () => {
    const links =
      '[a](#here) [b](/learn/sampling) [c](/learn/sampling#how-policies-vote) [d](https://www.w3.org/TR/baggage/)'
    expect(checkLinks(`## Here\n\n${links}\n`, slugs, anchors)).toEqual([])
  })
})

describe('reading a lesson', () => {
  const source = '# no\n\n```js run\nconst a = "[x](#y)"\n```\n\n<Recall card="a-card" />\n'

  test('a fence is found with its language, its words and its line', () => {
    expect(listFences(source)).toEqual([
      { language: 'js', meta: 'run', code: 'const a = "[x](#y)"', line: 3 },
    ])
  })

  test('what stands in a fence is neither a link nor a prompt', () => {
    expect(checkLinks(source, slugs, anchors)).toEqual([])
    expect(listRecalls(source)).toEqual([{ value: 'a-card', line: 7 }])
    expect(blankFences(source).split('\n')).toHaveLength(source.split('\n').length)
  })
})
