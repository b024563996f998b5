import { readFileSync } from 'node:fs'
import { evaluate } from '@mdx-js/mdx'
import { createElement, type ReactNode } from 'react'
import * as runtime from 'react/jsx-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import rehypeSlug from 'rehype-slug'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdxFrontmatter from 'remark-mdx-frontmatter'
import { expect, test } from 'vitest'
import { course } from '../../content/course'
import { listLessons } from '../../lib/content/course'
import { lessonFrontmatter } from '../../lib/content/lesson'
import { listHeadings } from '../../lib/content/lesson-outline'
import rehypeCode from '../../lib/content/mdx/code.mjs'
import rehypeSections from '../../lib/content/mdx/sections.mjs'
import type { LessonSection } from '../../lib/content/outline'

interface Compiled {
  default: (props: Record<string, unknown>) => ReactNode
  sections: LessonSection[]
  openingText: string
  frontmatter: unknown
}

/** The pipeline of next.config.ts, run here. */
async function compile(mdx: string): Promise<Compiled> {
  return (await evaluate(mdx, {
    ...runtime,
    remarkPlugins: [remarkGfm, remarkFrontmatter, remarkMdxFrontmatter],
    rehypePlugins: [rehypeSlug, rehypeSections, rehypeCode],
  })) as unknown as Compiled
}

/** Shows what a Section receives, and its content. */
function Section({ children, ...given }: { children: ReactNode }) {
  return createElement('section', { 'data-given': JSON.stringify(given) }, children)
}

async function render(mdx: string, props: Record<string, unknown> = {}) {
  const { default: Content } = await compile(mdx)
  return renderToStaticMarkup(createElement(Content, { ...props, components: { Section } }))
}

const small = `Opening **words**.

## First \`code\` idea

Text.

### A part

| a | b |
|---|---|
| 1 | 2 |

## Second

End.
`

test('each ## becomes a Section that knows its id, title, place and what the page gave', async () => {
  const html = await render(small, { reading: { access: 'full' } })
  const given = [...html.matchAll(/data-given="([^"]*)"/g)].map(([, json]) =>
    JSON.parse(json!.replaceAll('&quot;', '"')),
  )
  expect(given).toEqual([
    { id: 'first-code-idea', title: 'First code idea', index: '0', reading: { access: 'full' } },
    { id: 'second', title: 'Second', index: '1', reading: { access: 'full' } },
  ])
  expect(html.indexOf('Opening')).toBeLessThan(html.indexOf('<section'))
})

test('a lesson exports its sections with their headings and words, and the words of its opening', async () => {
  const { sections, openingText } = await compile(small)
  expect(openingText).toBe('Opening words.')
  expect(sections).toEqual([
    {
      id: 'first-code-idea',
      title: 'First code idea',
      headings: [
        { id: 'first-code-idea', title: 'First code idea' },
        { id: 'a-part', title: 'A part' },
      ],
      text: 'Text. A part a b 1 2',
    },
    { id: 'second', title: 'Second', headings: [{ id: 'second', title: 'Second' }], text: 'End.' },
  ])
})

test.each([
  ['a name that is not registered', '## One\n\n<Sidenote />', 3, /<Sidenote> is not a name/],
  ['a name inside a sentence that is not registered', '## One\n\nText <Foo/> here', 3, /<Foo>/],
  ['a title of its own', '# Title\n\n## One', 1, /front matter/],
  ['a Section written by hand', '## One\n\n<Section />', 3, /made from a ## heading/],
  ['a side note within a sentence', '## One\n\nText <Note>aside</Note> here', 3, /lines of its own/],
  ['code in a language that we cannot colour', '## One\n\n```cobol\nX\n```', 3, /"cobol"/],
  ['no section at all', 'Only words.', undefined, /at least one section/],
])('a lesson with %s is refused at its line', async (_, mdx, line, reason) => {
  const fault = await compile(mdx).then(
    () => null,
    (error: { reason: string; line?: number }) => error,
  )
  expect(fault?.reason).toMatch(reason)
  expect(fault?.line).toBe(line)
})

test('code is coloured by classes, so that one piece of HTML serves light, dark and print', async () => {
  const html = await render('## One\n\n```yaml title="a.yaml"\nkey: "text" # why\n```')
  expect(html).toContain('<span class="code-comment"># why</span>')
  expect(html).toContain('title="a.yaml"')
  expect(html).not.toContain('style=')
  expect(html.replace(/<[^>]+>/g, '')).toContain('key: &quot;text&quot; # why')
})

test.each(
  listLessons(course)
    .filter(({ status }) => status === 'ready')
    .map(({ slug }) => slug),
)('%s compiles, and its outline read from the source is the one that the build makes', async (slug) => {
  const source = readFileSync(`content/lessons/${slug}/lesson.mdx`, 'utf8')
  const { sections, frontmatter } = await compile(source)
  lessonFrontmatter.parse(frontmatter)
  const built = sections.flatMap(({ headings }) => headings.map(({ id }) => id))
  expect(listHeadings(source).map((heading) => heading.slug)).toEqual(built)
  expect(sections.map(({ id }) => id)).toContain('summary')
})
