import { expect, test } from 'vitest'
import { excerpt } from '../../components/search/excerpt'

const text = `${'word '.repeat(60)}the traceparent header (00-…) stays ${'tail '.repeat(60)}`
const joined = (words: string[]) =>
  excerpt(text, words)
    .map((part) => part.text)
    .join('')

test('an excerpt shows the first found word with its surroundings, cut between words', () => {
  const cut = joined(['traceparent'])
  expect(cut).toContain('the traceparent header')
  expect(cut).toMatch(/^… word .* …$/)
  expect(cut.length).toBeLessThan(160)
})

test('the found words stand apart as they are written, whatever their case', () => {
  const parts = excerpt('The Collector receives. A collector sends.', ['collector'])
  expect(parts.filter(({ hit }) => hit).map((part) => part.text)).toEqual(['Collector', 'collector'])
})

test('a word with signs in it is looked for literally', () => {
  expect(excerpt('a.b and aXb', ['a.b']).filter(({ hit }) => hit)).toEqual([{ text: 'a.b', hit: true }])
})

test('without a found word the beginning is shown, whole where it is short', () => {
  expect(excerpt('Short text.', [])).toEqual([{ text: 'Short text.', hit: false }])
  expect(joined([])).toMatch(/^word .* …$/)
})
