import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LessonRecall } from '@/components/lesson/lesson-recall'
import type { Card } from '@/lib/content/card'
import { card as cardSchema } from '@/lib/content/card'
import { renderCardFace } from '@/lib/content/card-face'
import type { Reading } from '@/lib/content/reading'

const place = { lesson: 'some-lesson', lessonTitle: 'Some lesson', headingTitle: 'Some heading' }

function render(raw: object): string {
  const card: Card = cardSchema.parse({ id: 'some-card', heading: 'some-heading', ...raw })
  const findFace = () => renderCardFace(card, place)
  const reading: Reading = { lesson: 'some-lesson', access: 'full', sections: [], findFace }
  return renderToStaticMarkup(<LessonRecall card="some-card" reading={reading} />)
}

test('before any script runs, a prompt has its answer in a closed disclosure and no buttons that do nothing', () => {
  const html = render({
    kind: 'basic',
    question: 'What is missing?',
    answer: 'The *SDK*.',
    why: 'It must be set up.',
  })
  expect(html).toMatch(
    /<details><summary[^>]*>Show answer<\/summary>.*The <em>SDK<\/em>\..*It must be set up\./,
  )
  expect(html).toContain('What is missing?')
  expect(html).not.toContain('Got it')
})

test('a cloze prompt hides its word in the question and marks it in the answer', () => {
  const html = render({ kind: 'cloze', text: 'It is called {{OTLP}}.' })
  const [question, answer] = html.split('<details>')
  expect(question).toContain('aria-label="blank"')
  expect(question).not.toContain('OTLP')
  expect(answer).toContain('<mark>OTLP</mark>')
})

test('an order prompt is never set out solved', () => {
  const html = render({ kind: 'order', question: 'In what order?', items: ['first', 'second', 'third'] })
  const [question] = html.split('<details>')
  const at = ['first', 'second', 'third'].map((word) => question!.indexOf(`>${word}<`))
  expect(Math.min(...at)).toBeGreaterThan(0)
  expect(at).not.toEqual(at.toSorted((a, b) => a - b))
})

test('a generated prompt says what it will ask, and that it needs a script', () => {
  const html = render({ kind: 'generated', problem: 'span-parent' })
  expect(html).toContain('Find the parent of a span')
  expect(html).toMatch(/<noscript>.*needs JavaScript/)
  expect(html).not.toContain('<button')
})

test('a lesson that asks a card it does not have fails by name', () => {
  const reading: Reading = { lesson: 'some-lesson', access: 'full', sections: [], findFace: () => null }
  expect(() => renderToStaticMarkup(<LessonRecall card="no-card" reading={reading} />)).toThrow(
    /some-lesson asks a card that is not there: no-card/,
  )
})
