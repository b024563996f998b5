import { describe, expect, test } from 'vitest'
import recorded from '@/content/card-ids.json'
import recordedProblems from '@/content/generated-cards.json'
import { readCards } from '@/lib/content/card-source'
import { listHeadings } from '@/lib/content/lesson-outline'
import { listRecalls } from '@/lib/content/lesson-source'
import { placeRightChoice } from '@/lib/content/place-right-choice'
import { cardsOf, lessons } from './support/library'

describe.each(lessons)('the cards of $slug', (files) => {
  const cards = cardsOf(files)

  test('every card fits the schema', () => {
    const faults = readCards(files.cards).faults
    expect(faults.map(({ line, message }) => `${files.cardsPath}:${line} ${message}`)).toEqual([])
  })

  test('every card belongs to a heading that the lesson has', () => {
    const slugs = new Set(listHeadings(files.lesson).map((heading) => heading.slug))
    const lost = cards.filter(({ card }) => !slugs.has(card.heading))
    expect(lost.map(({ card, line }) => `${files.cardsPath}:${line} ${card.heading}`)).toEqual([])
  })

  test('every prompt in the prose names a card that is asked, and each card once', () => {
    const asked = new Set(cards.filter(({ card }) => !card.retired).map(({ card }) => card.id))
    const recalls = listRecalls(files.lesson)
    const unknown = recalls.filter(({ value }) => !asked.has(value))
    expect(unknown.map(({ value, line }) => `${files.lessonPath}:${line} ${value}`)).toEqual([])
    expect(new Set(recalls.map(({ value }) => value)).size).toBe(recalls.length)
  })

  test('prompts stand in the prose from 8 to 24 times, and never right after each other', () => {
    const recalls = listRecalls(files.lesson)
    expect(recalls.length).toBeGreaterThanOrEqual(8)
    expect(recalls.length).toBeLessThanOrEqual(24)
    for (const [index, { line }] of recalls.entries())
      expect(line - (recalls[index - 1]?.line ?? 0), `line ${line}`).toBeGreaterThan(3)
  })

  test('answers are short: at most 30 words', () => {
    const long = cards.filter(({ card }) => card.kind === 'basic' && card.answer.split(/\s+/).length > 30)
    expect(long.map(({ card }) => card.id)).toEqual([])
  })
})

describe('all cards of the course', () => {
  test('the right choice stands now first, now last: each place has its share', () => {
    const cards = lessons.flatMap(cardsOf).flatMap(({ card }) => (card.kind === 'choice' ? [card] : []))
    const places = cards.map(({ id, choices }) => {
      const shown = placeRightChoice(choices, id)
      expect(new Set(shown)).toEqual(new Set(choices))
      return shown.findIndex(({ correct }) => correct)
    })
    for (const place of [0, 1, 2]) {
      const share = places.filter((each) => each === place).length / places.length
      expect(share, `place ${place}`).toBeGreaterThan(0.2)
      expect(share, `place ${place}`).toBeLessThan(0.5)
    }
  })

  test('a card’s choices stand alike each time, the wrong ones as they were written', () => {
    const choices = ['right', 'b', 'c'].map((text) => ({ text, correct: text === 'right' }))
    const shown = (id: string) => placeRightChoice(choices, id).map(({ text }) => text)
    expect(['a', 'b', 'c'].map((id) => shown(id).join(' '))).toEqual(['b right c', 'b c right', 'right b c'])
  })

  const ids = lessons.flatMap(cardsOf).map(({ card }) => card.id)

  test('no id is used twice', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('an id that was ever given still stands in a cards.yaml, retired perhaps', () => {
    expect(recorded.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('every id is recorded in content/card-ids.json, in order', () => {
    expect(ids.filter((id) => !recorded.includes(id))).toEqual([])
    expect(recorded).toEqual([...recorded].sort())
  })

  test('a generated card asks what it has always asked: its seeds in the log stand for that', () => {
    const asked = lessons.flatMap(cardsOf).flatMap(({ card }) => {
      if (card.kind !== 'generated') return []
      const params = Object.entries(card.params).map(([key, value]) => ` ${key}=${value}`)
      return [[card.id, `${card.problem}${params.sort().join('')}`]]
    })
    // One that asks for something else is another card: give it a new id, and retire this one.
    expect(Object.fromEntries(asked)).toEqual(recordedProblems)
  })

  test('the first lesson has at least 45 cards', () => {
    expect(cardsOf(lessons[0]!).length).toBeGreaterThanOrEqual(45)
  })
})

describe('reading a cards.yaml', () => {
  const good = '- id: a-card\n  kind: basic\n  heading: one\n  question: Why?\n  answer: So.\n'

  test('tells the line of a field that does not fit', () => {
    const { cards, faults } = readCards(
      `${good}\n- id: b-card\n  kind: basic\n  heading: One Two\n  question: Why?\n  answer: So.\n`,
    )
    expect(cards).toHaveLength(1)
    expect(faults).toMatchObject([{ line: 9 }])
    expect(faults[0]!.message).toMatch(/^heading: /)
  })

  test('tells of a card that lacks its answer', () => {
    expect(readCards('- id: a-card\n  kind: basic\n  heading: one\n  question: Why?\n').faults).toMatchObject(
      [{ line: 1, message: expect.stringMatching(/^answer: /) }],
    )
  })

  test('tells of a choice without a right answer', () => {
    const choices = '    - {text: A, feedback: no}\n    - {text: B, feedback: no}\n'
    const source = `- id: a-card\n  kind: choice\n  heading: one\n  question: Which?\n  choices:\n${choices}`
    expect(readCards(source).faults).toMatchObject([
      { line: 6, message: 'choices: exactly one choice must be correct' },
    ])
  })

  test('tells of a generated card that names no generator, or asks it for what it does not have', () => {
    const source = '- id: a-card\n  kind: generated\n  heading: one\n  problem: span-parents\n'
    expect(readCards(source).faults).toMatchObject([
      { line: 4, message: expect.stringMatching(/^problem: /) },
    ])
    const given = `- id: a-card\n  kind: generated\n  heading: one\n  problem: header-fault\n  params:\n    header: cookie\n`
    expect(readCards(given).faults).toMatchObject([
      { line: 6, message: expect.stringMatching(/^params\.header: /) },
    ])
    const more = `- id: a-card\n  kind: generated\n  heading: one\n  problem: span-parent\n  params: {hops: '3'}\n`
    expect(readCards(more).faults).toMatchObject([{ line: 5, message: expect.stringMatching(/hops/) }])
  })

  test('tells the line of broken YAML', () => {
    expect(readCards(`${good}\n- id: "b-card\n`).faults[0]?.line).toBeGreaterThanOrEqual(7)
  })
})
