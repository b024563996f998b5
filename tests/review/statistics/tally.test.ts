import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type LocalDay, localDay } from '@/lib/review/day'
import { fold } from '@/lib/review/fold'
import { grades } from '@/lib/review/grade'
import { defaultPlan } from '@/lib/review/plan'
import { trueRetention } from '@/lib/review/statistics/retention'
import { foldTallied, foldTalliedOn } from '@/lib/review/statistics/tallied-fold'
import { addTally, emptyTally, logLoss, tallyDifference } from '@/lib/review/statistics/tally'
import { tallyKey } from '@/lib/review/statistics/tally-key'
import type { TimedEvent } from '@/lib/review/timed-event'
import { somePlacing } from '../placing'

const base = Date.parse('2026-01-01T12:00:00Z')
const minute = 60_000

const deed = fc.record({
  minute: fc.integer({ min: 0, max: 130_000 }),
  kind: fc.constantFrom('grade', 'grade', 'grade', 'grade', 'cram', 'reset', 'suspend', 'bury', 'add'),
  grade: fc.constantFrom(...grades),
  durationMs: fc.integer({ min: 0, max: 60_000 }),
  isUndone: fc.constantFrom(true, false, false),
})

/** A card's log in the order of its making, with the undos of about a third of it. */
const log = fc.array(deed, { minLength: 1, maxLength: 16 }).map((deeds) =>
  deeds.flatMap(({ minute: at, kind, grade, durationMs, isUndone }, place): TimedEvent[] => {
    const id = (place * 2).toString(16).padStart(8, '0')
    const when = { id, at: base + at * minute }
    const day = localDay(when.at, 'Europe/Berlin', 4)
    const event = {
      grade: { ...when, kind: 'grade' as const, day, grade, durationMs },
      cram: { ...when, kind: 'cram' as const, day, durationMs },
      bury: { ...when, kind: 'bury' as const, until: addDays(day, 3) },
      reset: { ...when, kind: 'reset' as const },
      suspend: { ...when, kind: 'suspend' as const },
      add: { ...when, kind: 'add' as const },
    }[kind as 'grade' | 'cram' | 'bury' | 'reset' | 'suspend' | 'add']
    return isUndone ? [event, { kind: 'undo', id: `${id}u`, undoes: id }] : [event]
  }),
)

test('a tally does not depend on the order of events, nor on how often each of them is delivered', () => {
  let answers = 0
  fc.assert(
    fc.property(
      log.chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
      ),
      ([events, shuffled]) => {
        const straight = foldTallied(events, somePlacing)
        // The log keeps each id once: what comes twice is known by its id.
        const delivered = new Map([...shuffled, ...events].map((event) => [event.id, event]))
        expect(foldTallied([...delivered.values()], somePlacing)).toEqual(straight)
        expect(straight.folded).toEqual(fold(events, somePlacing))
        answers += [...straight.tally.days.values()].reduce(
          (sum, day) => sum + day.youngAsked + day.matureAsked,
          0,
        )
      },
    ),
    { numRuns: 2000, seed: 31 },
  )
  expect(answers).toBeGreaterThan(1500)
})

test('what was undone leaves a tally as if it had never been', () => {
  fc.assert(
    fc.property(log, (events) => {
      const undone = new Set(events.flatMap((event) => (event.kind === 'undo' ? [event.undoes] : [])))
      const left = events.filter((event) => event.kind !== 'undo' && !undone.has(event.id))
      expect(foldTallied(events, somePlacing).tally).toEqual(foldTallied(left, somePlacing).tally)
    }),
    { numRuns: 1000, seed: 32 },
  )
})

test('a tally kept event by event is the one that is counted from the beginning', () => {
  fc.assert(
    fc.property(
      log.chain((events) => fc.shuffledSubarray(events, { minLength: events.length })),
      (events) => {
        const kept = emptyTally()
        let folded = null as ReturnType<typeof fold>
        for (const [place, event] of events.entries()) {
          const before = events.slice(0, place)
          const undone = new Set(before.flatMap((each) => (each.kind === 'undo' ? [each.undoes] : [])))
          const on = folded && foldTalliedOn(folded, [event], undone, somePlacing)
          const anew = foldTallied([...before, event], somePlacing)
          addTally(kept, on?.tally ?? tallyDifference(foldTallied(before, somePlacing).tally, anew.tally))
          folded = on ? on.folded : anew.folded
          // A day that came to nothing again may stay as a day of nothing.
          expect(tallyDifference(kept, anew.tally)).toEqual(emptyTally())
        }
      },
    ),
    { numRuns: 1000, seed: 33 },
  )
})

describe('a first answer', () => {
  const day = (place: number) => addDays('2026-01-01' as LocalDay, place)
  let made = 0
  const grade = (place: number, given: 1 | 2 | 3 | 4, later = 0): TimedEvent => ({
    kind: 'grade',
    id: (made++).toString(16).padStart(8, '0'),
    at: base + place * 86_400_000 + later * minute,
    day: day(place),
    grade: given,
    durationMs: 5000,
  })
  const of = (...events: TimedEvent[]) => foldTallied(events, somePlacing).tally

  test('is the first of a day, to a card met on an earlier day', () => {
    const { days, bins } = of(grade(0, 3), grade(0, 1, 5), grade(3, 1), grade(3, 3, 5), grade(4, 3))
    expect(days.get(day(0))).toMatchObject({ reviews: 2, spentMs: 10_000, met: 1, youngAsked: 0 })
    expect(days.get(day(3))).toMatchObject({ reviews: 2, met: 0, youngAsked: 1, youngRecalled: 0 })
    expect(days.get(day(4))).toMatchObject({ youngAsked: 1, youngRecalled: 1, matureAsked: 0 })
    expect([...bins.values()].reduce((sum, bin) => sum + bin.asked, 0)).toBe(2)
  })

  test('counts as mature once stability is 21 days', () => {
    const { days } = of(grade(0, 4), grade(8, 4), grade(60, 1))
    expect(days.get(day(8))).toMatchObject({ youngAsked: 1, youngRecalled: 1 })
    expect(days.get(day(60))).toMatchObject({ matureAsked: 1, matureRecalled: 0 })
  })

  test('is not one after a reset: the card is met anew', () => {
    const reset: TimedEvent = { kind: 'reset', id: 'ffff', at: base + 2 * 86_400_000 }
    const { days } = of(grade(0, 3), reset, grade(5, 1), grade(6, 3))
    expect(days.get(day(5))).toMatchObject({ met: 1, youngAsked: 0 })
    expect(days.get(day(6))).toMatchObject({ met: 0, youngAsked: 1 })
  })

  test('is not what was practised', () => {
    const cram: TimedEvent = { kind: 'cram', id: 'eeee', at: base + 86_400_000, day: day(1), durationMs: 70 }
    const { days } = of(grade(0, 3), cram)
    expect(days.get(day(1))).toMatchObject({ practised: 1, practisedMs: 70, reviews: 0, youngAsked: 0 })
  })

  test('brings the log loss of what was expected of it', () => {
    const { days, bins } = of(grade(0, 4), grade(8, 3))
    const [bin, recall] = [...bins][0]!
    // Eight days after Easy, whose stability is 8.3 days: a little over 90 %.
    expect(recall.expectedMicros / 1e6).toBeCloseTo(0.903, 2)
    expect(bin).toBe(18)
    expect(days.get(day(8))!.lossMicros).toBeCloseTo(-Math.log(recall.expectedMicros / 1e6) * 1e6, -1)
    expect(logLoss(1, false)).toBeCloseTo(-Math.log(0.0001), 6)
  })

  test('adds up by age to the retention of any span of days', () => {
    const { days } = of(grade(0, 4), grade(8, 4), grade(60, 1), grade(61, 3))
    const told = [...days].map(([each, tally]) => ({ day: each, ...tally }))
    const { all, young, mature } = trueRetention(told, null)
    expect([all.asked, all.recalled]).toEqual([3, 2])
    expect([young.asked + mature.asked, young.recalled + mature.recalled]).toEqual([3, 2])
    expect(trueRetention(told, day(61)).all).toMatchObject({ asked: 1, recalled: 1 })
  })
})

test('tallies depend on the plan only as far as it moves memories', () => {
  const key = tallyKey(defaultPlan)
  expect(tallyKey({ ...defaultPlan, retention: 0.8, maximumInterval: 30 })).toBe(key)
  expect(tallyKey({ ...defaultPlan, ...{ weights: [1, 2, 3] } })).not.toBe(key)
})
