import { describe, expect, test } from 'vitest'
import { card } from '@/lib/content/card'
import { isOwnCardId, ownCardId } from '@/lib/content/own-card-id'
import { noteInput, writeCardInput } from '@/lib/review/card-input'

const written = { question: 'Why?', answer: 'So.', tags: '' }

describe('a card as it is typed', () => {
  test('is trimmed, with line ends as one sign, and in no lesson unless it says so', () => {
    expect(writeCardInput.parse({ ...written, answer: ' a\r\nb\rc ' })).toEqual({
      question: 'Why?',
      answer: 'a\nb\nc',
      tags: [],
      lesson: null,
      heading: null,
    })
  })

  test('has its tags once each, in lower case, without spaces', () => {
    expect(writeCardInput.parse({ ...written, tags: 'Mine, mine,, first  lesson ,' }).tags).toEqual([
      'mine',
      'first-lesson',
    ])
  })

  test.each([
    ['an empty question', { question: '  ' }, 'question'],
    ['a question of 2,001 characters', { question: 'a'.repeat(2001) }, 'question'],
    ['an answer of 4,001 characters', { answer: 'a'.repeat(4001) }, 'answer'],
    ['an answer with a character that the database cannot keep', { answer: 'a\u0000b' }, 'answer'],
    ['eleven tags', { tags: Array.from({ length: 11 }, (_, n) => `t${n}`).join(',') }, 'tags'],
    ['a tag with markup', { tags: '<b>' }, 'tags'],
    ['a lesson that is no slug', { lesson: '../x' }, 'lesson'],
  ])('with %s is refused at that field', (_, fields, field) => {
    expect(writeCardInput.safeParse({ ...written, ...fields }).error?.issues[0]?.path[0]).toBe(field)
  })

  test('of the largest size is taken whole', () => {
    const largest = { question: 'q'.repeat(2000), answer: 'a'.repeat(4000), tags: '' }
    expect(writeCardInput.parse(largest)).toMatchObject({
      question: largest.question,
      answer: largest.answer,
    })
  })
})

test('a note may be empty, and be about a card of the course or of one’s own', () => {
  for (const cardId of ['api-without-sdk', ownCardId(crypto.randomUUID())])
    expect(noteInput.parse({ cardId, text: ' ' })).toEqual({ cardId, text: '' })
})

test('no card of the course may have the id of a learner’s own', () => {
  const id = ownCardId('0190a1b2-0000-7000-8000-00000000abcd')
  const basic = { kind: 'basic', heading: 'signals', question: 'Q', answer: 'A' }
  expect(isOwnCardId(id)).toBe(true)
  expect(isOwnCardId('own-instrumentation')).toBe(false)
  expect(card.safeParse({ ...basic, id: 'own-instrumentation' }).success).toBe(true)
  expect(card.safeParse({ ...basic, id }).success).toBe(false)
})
