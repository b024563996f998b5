import { expect, test } from 'vitest'
import type { Card } from '../../lib/content/card'
import type { LessonSection } from '../../lib/content/outline'
import { listSearchDocuments } from '../../lib/content/search-documents'

function section(id: string, under: string[] = []): LessonSection {
  const headings = [id, ...under].map((slug) => ({ id: slug, title: slug }))
  return { id, title: id, headings, text: `words of ${id}` }
}

function card(id: string, heading: string, retired = false): Card & { lesson: string } {
  return { id, heading, retired, lesson: 'one', kind: 'basic', question: `Ask ${id}?`, answer: '`x` is y' }
}

const lesson = {
  slug: 'one',
  title: 'Lesson one',
  openingText: 'It begins.',
  sections: [section('first', ['first-part']), section('second', ['second-part']), section('summary')],
}
const cards = [
  card('a-first', 'first-part'),
  card('a-second', 'second'),
  card('a-third', 'second-part'),
  card('a-gone', 'first', true),
  { ...card('another-lessons', 'first'), lesson: 'two' },
]
const ids = (access: 'preview' | 'full') => listSearchDocuments([lesson], cards, access).map(({ id }) => id)

test('a signed-in reader finds the opening, every section and every card that is asked', () => {
  expect(ids('full')).toEqual([
    'one',
    'one#first',
    'one#second',
    'one#summary',
    'one/a-first',
    'one/a-second',
    'one/a-third',
  ])
})

test('a signed-out reader finds only what they may read, cards included', () => {
  expect(ids('preview')).toEqual(['one', 'one#first', 'one#summary', 'one/a-first'])
  const words = JSON.stringify(listSearchDocuments([lesson], cards, 'preview'))
  expect(words).not.toContain('second')
})

test('a card leads to the heading it belongs to, and its words carry no Markdown', () => {
  const found = listSearchDocuments([lesson], cards, 'full').find(({ id }) => id === 'one/a-third')
  expect(found).toMatchObject({
    kind: 'card',
    href: '/learn/one#second-part',
    title: 'Ask a-third?',
    text: 'x is y',
  })
})
