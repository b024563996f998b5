import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type LocalDay } from '@/lib/review/day'
import {
  compareWeights,
  countTelling,
  type FittedCard,
  fittedCard,
  heldOutSince,
  isTelling,
} from '@/lib/review/fit'
import type { LoggedEvent } from '@/lib/review/fold'
import { grades } from '@/lib/review/grade'
import { fastForgetter, simulateLog } from '../support/simulated-log'

const start = '2026-01-01' as LocalDay
const noon = Date.parse('2026-01-01T12:00:00Z')
const DAY = 86_400_000

function graded(day: number, id: string, grade: 1 | 2 | 3 | 4 = 3): LoggedEvent {
  return { kind: 'grade', id, at: noon + day * DAY, day: addDays(start, day), grade }
}

const cardsOf = (logs: ReadonlyMap<string, readonly LoggedEvent[]>): FittedCard[] =>
  [...logs.values()].map((log) => fittedCard(log)!)

describe('what weights are fitted to', () => {
  test('is the grades in their order, each with the days since the one before it', () => {
    expect(fittedCard([graded(9, 'c', 1), graded(0, 'a'), graded(2, 'b'), graded(9, 'd')])).toEqual([
      [noon, 3, 0],
      [noon + 2 * DAY, 3, 2],
      [noon + 9 * DAY, 1, 7],
      [noon + 9 * DAY, 3, 0],
    ])
  })

  test('leaves out what was undone, practice, marks, and all before the last reset that counts', () => {
    const log: LoggedEvent[] = [
      graded(0, 'a'),
      { kind: 'reset', id: 'b', at: noon + DAY },
      graded(2, 'c'),
      { kind: 'cram', id: 'd', at: noon + 3 * DAY },
      { kind: 'bury', id: 'e', at: noon + 4 * DAY, until: addDays(start, 5) },
      graded(5, 'f', 1),
      { kind: 'undo', id: 'g', undoes: 'f' },
      graded(6, 'h'),
      { kind: 'reset', id: 'i', at: noon + 7 * DAY },
      { kind: 'undo', id: 'j', undoes: 'i' },
    ]
    expect(fittedCard(log)).toEqual([
      [noon + 2 * DAY, 3, 0],
      [noon + 6 * DAY, 3, 4],
    ])
    expect(fittedCard([...log, { kind: 'reset', id: 'k', at: noon + 8 * DAY }])).toBeNull()
  })

  test('does not depend on the order in which events arrived', () => {
    const log = [...simulateLog({ cards: 1, days: 600, seed: 1 }, null).values()][0]!
    fc.assert(
      fc.property(fc.shuffledSubarray(log, { minLength: log.length }), (shuffled) => {
        expect(fittedCard(shuffled)).toEqual(fittedCard(log))
      }),
      { numRuns: 100, seed: 54 },
    )
  })

  test('is split by time: the latest fifth is held out', () => {
    const anyCard = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.constantFrom(...grades)), {
        minLength: 1,
        maxLength: 12,
      })
      .map((given) => fittedCard(given.map(([day, grade], place) => graded(day, String(place), grade)))!)
    fc.assert(
      fc.property(fc.array(anyCard, { minLength: 5, maxLength: 30 }), (cards) => {
        const since = heldOutSince(cards)
        const held = cards.flat().filter((each) => isTelling(each) && each[0] >= since).length
        // Reviews of one moment stay together.
        expect(held).toBeLessThanOrEqual(countTelling(cards))
        expect(cards.flat().filter((each) => isTelling(each) && each[0] > since).length).toBeLessThanOrEqual(
          Math.floor(countTelling(cards) * 0.2),
        )
      }),
      { numRuns: 300, seed: 54 },
    )
  })
})

describe('a comparison', () => {
  const logs = simulateLog({ cards: 300, days: 400, seed: 54 }, fastForgetter)
  const cards = cardsOf(logs)
  const since = heldOutSince(cards)

  test('finds the weights that the learner truly has better than the standard ones, and not the other way about', () => {
    expect(compareWeights(cards, since, null, fastForgetter)).toMatchObject({ isBetter: true })
    expect(compareWeights(cards, since, fastForgetter, null)).toMatchObject({ isBetter: false })
  })

  test('of weights with themselves is no gain', () => {
    const { isBetter, lossBefore, lossAfter, heldOut } = compareWeights(
      cards,
      since,
      fastForgetter,
      fastForgetter,
    )
    expect(isBetter).toBe(false)
    expect(lossAfter).toBe(lossBefore)
    expect(heldOut / countTelling(cards)).toBeCloseTo(0.2, 1)
  })

  test('is by log loss: what was sure and wrong costs most', () => {
    const card: FittedCard = [
      [noon, 4, 0],
      [noon + DAY, 1, 1],
    ]
    const known: FittedCard = [
      [noon, 4, 0],
      [noon + DAY, 3, 1],
    ]
    const missed = compareWeights([card], noon, null, null).lossBefore
    const kept = compareWeights([known], noon, null, null).lossBefore
    expect(Math.exp(-missed) + Math.exp(-kept)).toBeCloseTo(1, 10)
    expect(missed).toBeGreaterThan(2)
    expect(kept).toBeLessThan(0.05)
  })

  test('of nothing held out is no gain', () => {
    expect(compareWeights(cards, Number.POSITIVE_INFINITY, null, fastForgetter)).toEqual({
      heldOut: 0,
      lossBefore: 0,
      lossAfter: 0,
      isBetter: false,
    })
  })
})
