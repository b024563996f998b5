import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDay } from '@/lib/review/day'
import { fold as foldPlaced, type LoggedEvent } from '@/lib/review/fold'
import { grades } from '@/lib/review/grade'
import { grade } from '@/lib/review/schedule'
import { somePlacing } from './placing'

const fold = (events: readonly LoggedEvent[]) => foldPlaced(events, somePlacing)

const base = Date.parse('2026-01-01T12:00:00Z')
const uuid = fc.uuid({ version: 4 })

const gradeEvent = fc
  .record({ id: uuid, minutes: fc.integer({ min: 0, max: 400_000 }), grade: fc.constantFrom(...grades) })
  .map(({ id, minutes, grade }): LoggedEvent => {
    const at = base + minutes * 60_000
    return { kind: 'grade', id, at, day: localDay(at, 'Europe/Berlin', 4), grade }
  })

const log = fc
  .uniqueArray(gradeEvent, { maxLength: 20, selector: (event) => event.id })
  .chain((events) =>
    fc.tuple(fc.constant(events), fc.subarray(events), fc.array(uuid, { minLength: 20, maxLength: 20 })),
  )
  .map(([events, undone, ids]) => [
    ...events,
    ...undone.map((event, index): LoggedEvent => ({ kind: 'undo', id: ids[index]!, undoes: event.id })),
  ])

test('any order of delivery folds to the same state', () => {
  fc.assert(
    fc.property(
      log.chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
      ),
      ([events, shuffled]) => {
        expect(fold(shuffled)).toEqual(fold(events))
      },
    ),
    { numRuns: 2000, seed: 5 },
  )
})

test('an undone grade counts as if it had never been given, though others followed it', () => {
  fc.assert(
    fc.property(log, (events) => {
      const undone = new Set(events.flatMap((event) => (event.kind === 'undo' ? [event.undoes] : [])))
      const without = events.filter((event) => event.kind === 'grade' && !undone.has(event.id))
      expect(fold(events)).toEqual(fold(without))
    }),
    { numRuns: 1000, seed: 6 },
  )
})

test('undoing a late review restores the day on which the card had been due', () => {
  const at = (day: number) => base + day * 86_400_000
  const on = (day: number, id: string): LoggedEvent => ({
    kind: 'grade',
    id,
    at: at(day),
    day: localDay(at(day), 'UTC', 4),
    grade: 3,
  })
  const before = fold([on(0, 'a')])
  const late = fold([on(0, 'a'), on(9, 'b')])
  const undone = fold([on(0, 'a'), on(9, 'b'), { kind: 'undo', id: 'c', undoes: 'b' }])
  expect(late?.state?.dueDay).not.toBe(before?.state?.dueDay)
  expect(undone).toEqual(before)
})

test('a log whose every grade is undone leaves no state', () => {
  const at = base
  const first: LoggedEvent = { kind: 'grade', id: 'a', at, day: localDay(at, 'UTC', 4), grade: 2 }
  expect(fold([first, { kind: 'undo', id: 'b', undoes: 'a' }])).toBeNull()
  expect(fold([])).toBeNull()
})

test('two grades within one millisecond take their places by id', () => {
  const at = base
  const day = localDay(at, 'UTC', 4)
  const low: LoggedEvent = { kind: 'grade', id: '0a', at, day, grade: 1 }
  const high: LoggedEvent = { kind: 'grade', id: '0b', at, day, grade: 4 }
  const expected = grade(grade(null, { grade: 1, at, day }, somePlacing), { grade: 4, at, day }, somePlacing)
  expect(fold([high, low])).toMatchObject({ state: expected, lastEventId: '0b', lastEventAt: at })
})
