import { expect, test } from 'vitest'
import { parseDay } from '@/lib/review/day'
import type { ReviewEvent } from '@/lib/review/event'
import { grade } from '@/lib/review/schedule'
import { withWaiting } from '@/lib/review/waiting'
import { somePlacing } from './placing'

const today = parseDay('2026-11-23')
const noon = Date.parse('2026-11-23T12:00:00Z')
const yesterday = { grade: 1, at: noon - 86_400_000, day: parseDay('2026-11-22') } as const
const cards = ['one-card', 'two-card'].map((cardId) => ({
  cardId,
  state: grade(null, yesterday, somePlacing),
}))
const place = { zone: 'UTC', dayStartsAt: 4, source: 'review' } as const

function graded(id: string, cardId: string, value: 1 | 3, at = noon): ReviewEvent {
  return { ...place, id, cardId, at, kind: 'grade', grade: value, durationMs: 1000 }
}

test('a card whose grade still waits to be sent is not asked again', () => {
  const left = withWaiting(cards, [graded('a', 'one-card', 3)], today, somePlacing.plan)
  expect(left.map((card) => card.cardId)).toEqual(['two-card'])
})

test('a card missed in a grade that waits is asked, with the miss counted', () => {
  const [first] = withWaiting(cards, [graded('a', 'one-card', 1)], today, somePlacing.plan)
  expect(first?.cardId).toBe('one-card')
  expect(first?.state.reps).toBe(2)
})

test('a grade taken back in a waiting undo counts as never given', () => {
  const undo: ReviewEvent = { ...place, id: 'b', cardId: 'one-card', at: noon + 1, kind: 'undo', undoes: 'a' }
  expect(withWaiting(cards, [undo, graded('a', 'one-card', 3)], today, somePlacing.plan)).toEqual(cards)
})

test('a grade that the server has counted already is not counted twice', () => {
  const counted = [
    { cardId: 'one-card', state: grade(null, { grade: 1, at: noon, day: today }, somePlacing) },
  ]
  expect(withWaiting(counted, [graded('a', 'one-card', 1, noon)], today, somePlacing.plan)).toEqual(counted)
})

test('a card suspended or buried in an event that waits is not asked, until that is taken back', () => {
  const suspend: ReviewEvent = { ...place, id: 's', cardId: 'one-card', at: noon, kind: 'suspend' }
  const bury: ReviewEvent = {
    ...place,
    id: 'd',
    cardId: 'two-card',
    at: noon,
    kind: 'bury',
    until: parseDay('2026-11-24'),
  }
  expect(withWaiting(cards, [suspend, bury], today, somePlacing.plan)).toEqual([])
  const undo: ReviewEvent = { ...place, id: 'u', cardId: 'one-card', at: noon + 1, kind: 'undo', undoes: 's' }
  expect(withWaiting(cards, [suspend, undo], today, somePlacing.plan)).toEqual(cards)
})

test('a card reset in an event that waits is asked as a new one', () => {
  const reset: ReviewEvent = { ...place, id: 'r', cardId: 'one-card', at: noon, kind: 'reset' }
  expect(withWaiting(cards, [reset], today, somePlacing.plan)[0]).toEqual({ cardId: 'one-card', state: null })
})
