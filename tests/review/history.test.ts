import { describe, expect, test } from 'vitest'
import { localDay } from '@/lib/review/day'
import { fold, type LoggedEvent } from '@/lib/review/fold'
import { explainInterval, listHistory } from '@/lib/review/history'
import { defaultPlan, type Plan } from '@/lib/review/plan'
import { reasonWords } from '@/lib/review/reason-words'
import { grade } from '@/lib/review/schedule'
import { somePlacing } from './placing'

const base = Date.parse('2026-06-01T12:00:00Z')
const on = (days: number) => {
  const at = base + days * 86_400_000
  return { at, day: localDay(at, 'UTC', 4) }
}
const graded = (id: string, days: number, grade: 1 | 2 | 3 | 4 = 3): LoggedEvent => ({
  kind: 'grade',
  id,
  grade,
  ...on(days),
})

test('a card’s history tells each event once, the latest first, and what an undo took back as taken back', () => {
  const events: LoggedEvent[] = [
    graded('c', 12, 1),
    graded('a', 0),
    { kind: 'undo', id: 'u', undoes: 'c' },
    { kind: 'flag', id: 'b', at: on(3).at, flag: 1 },
    graded('d', 12.01),
  ]
  const history = listHistory(events, somePlacing)
  expect(history.map(({ id, kind, isUndone }) => [id, kind, isUndone])).toEqual([
    ['d', 'grade', false],
    ['c', 'grade', true],
    ['b', 'flag', false],
    ['a', 'grade', false],
  ])
  const [last, , , first] = history
  expect(first).toMatchObject({ before: null, after: { reps: 1 } })
  expect(last).toMatchObject({ after: fold(events, somePlacing)?.state })
})

describe('why a card is due when it is', () => {
  const why = (given: { days: number; grade: 1 | 2 | 3 | 4; shift?: number }[], plan: Plan = defaultPlan) => {
    const placing = { cardId: 'some-card', plan }
    let before = null
    let after = null
    for (const { days, ...rest } of given) {
      before = after
      after = grade(after, { ...rest, ...on(days) }, placing)
    }
    return reasonWords(explainInterval(before, after!, placing), plan)
  }

  test('names the gap, the recall expected at its end, and the days until it falls to the wanted one', () => {
    expect(
      why([
        { days: 0, grade: 4 },
        { days: 8, grade: 3 },
      ]),
    ).toMatch(
      /^You knew this after 8 days, when recall was expected at 90 %\. Recall is expected to fall to the 90 % that you want in \d+ days\.$/,
    )
  })

  test('says that a forgotten card is asked until it is known', () => {
    expect(
      why([
        { days: 0, grade: 3 },
        { days: 5, grade: 1 },
      ]),
    ).toMatch(/^You forgot it after 5 days, .*It is asked until you know it\.$/)
  })

  test('says what moved a card off its ideal day', () => {
    expect(why([{ days: 0, grade: 4, shift: -1 }])).toContain(
      'It was put 1 day earlier, to even out your days.',
    )
    const cut = { ...defaultPlan, maximumInterval: 7 }
    expect(why([{ days: 0, grade: 4 }], cut)).toContain('no longer than your longest interval, 7 days')
    const away = { ...defaultPlan, vacation: { from: on(5).day, to: on(40).day } }
    expect(why([{ days: 0, grade: 4 }], away)).toContain('Your vacation moved it')
  })
})
