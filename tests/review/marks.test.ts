import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type LocalDay, localDay } from '@/lib/review/day'
import { flags } from '@/lib/review/flag'
import { type Folded, fold, foldOn, type LoggedEvent } from '@/lib/review/fold'
import { grades } from '@/lib/review/grade'
import { easyDayKinds, type Plan } from '@/lib/review/plan'
import { anyWeights } from './any-weights'

const base = Date.parse('2026-01-01T12:00:00Z')
const cardId = 'some-card'
const idOf = (number: number) => number.toString(16).padStart(8, '0')

/** What a device may do to a card, at some minute of three months. */
const deed = fc.record({
  minute: fc.integer({ min: 0, max: 130_000 }),
  kind: fc.constantFrom<Exclude<LoggedEvent['kind'], 'undo'>>(
    'grade',
    'grade',
    'grade',
    'suspend',
    'unsuspend',
    'bury',
    'unbury',
    'flag',
    'reset',
    'add',
    'cram',
  ),
  grade: fc.constantFrom(...grades),
  flag: fc.constantFrom(...flags),
  days: fc.integer({ min: 1, max: 30 }),
  shift: fc.option(fc.integer({ min: -5, max: 5 })),
  device: fc.integer({ min: 0, max: 2 }),
  isUndone: fc.boolean(),
})

function toEvent(made: typeof deed extends fc.Arbitrary<infer D> ? D : never, id: string): LoggedEvent {
  const at = base + made.minute * 60_000
  const day = localDay(at, 'Europe/Berlin', 4)
  switch (made.kind) {
    case 'grade':
      return { kind: 'grade', id, at, day, grade: made.grade, shift: made.shift }
    case 'bury':
      return { kind: 'bury', id, at, until: addDays(day, made.days) }
    case 'flag':
      return { kind: 'flag', id, at, flag: made.flag }
    default:
      return { kind: made.kind, id, at }
  }
}

const plan: fc.Arbitrary<Plan> = fc.record({
  retention: fc.integer({ min: 70, max: 97 }).map((percent) => percent / 100),
  maximumInterval: fc.integer({ min: 7, max: 3650 }),
  easyDays: fc.array(fc.constantFrom(...easyDayKinds), { minLength: 7, maxLength: 7 }),
  vacation: fc.option(
    fc
      .record({ start: fc.integer({ min: 0, max: 120 }), days: fc.integer({ min: 0, max: 40 }) })
      .map(({ start, days }) => {
        const from = addDays('2026-01-01' as LocalDay, start)
        return { from, to: addDays(from, days) }
      }),
  ),
  weights: fc.option(anyWeights),
})

/** Three devices' deeds as events, the undos of some of them among them. */
const sequence = fc.array(deed, { minLength: 1, maxLength: 14 }).map((deeds) =>
  deeds.map((made, place) => {
    const event = toEvent(made, idOf(place * 2))
    const undo: LoggedEvent | null = made.isUndone
      ? { kind: 'undo', id: idOf(place * 2 + 1), undoes: event.id }
      : null
    return { device: made.device, events: undo ? [event, undo] : [event] }
  }),
)

/** A server's way with one card: keeps each id once, goes on from the last fold where it can, else folds anew. */
class Kept {
  readonly log = new Map<string, LoggedEvent>()
  folded: Folded | null = null

  constructor(private readonly plan: Plan) {}

  take(batch: readonly LoggedEvent[]) {
    const fresh = batch.filter((event) => !this.log.has(event.id) && this.log.set(event.id, event))
    const undone = new Set([...this.log.values()].flatMap((e) => (e.kind === 'undo' ? [e.undoes] : [])))
    const placing = { cardId, plan: this.plan }
    const next = this.folded ? foldOn(this.folded, fresh, undone, placing) : null
    this.folded = next ?? fold([...this.log.values()], placing)
  }
}

test('whatever three devices do, in any order and duplication of delivery, ends in the same state', () => {
  let deckStates = 0
  fc.assert(
    fc.property(
      sequence.chain((steps) => {
        const all = steps.flatMap(({ events }) => events)
        const twice = [...all, ...all]
        return fc.tuple(
          fc.constant(steps),
          fc.shuffledSubarray(twice, { minLength: twice.length }),
          fc.integer({ min: 1, max: 6 }),
        )
      }),
      plan,
      ([steps, shuffled, size], plan) => {
        const all = steps.flatMap(({ events }) => events)
        const straight = fold(all, { cardId, plan })
        if (straight) deckStates++
        // Device after device, each in the order of its own deeds.
        const byDevice = new Kept(plan)
        for (const device of [2, 0, 1])
          for (const step of steps) if (step.device === device) byDevice.take(step.events)
        expect(byDevice.folded).toEqual(straight)
        const mixed = new Kept(plan)
        for (let from = 0; from < shuffled.length; from += size) mixed.take(shuffled.slice(from, from + size))
        expect(mixed.folded).toEqual(straight)
      },
    ),
    { numRuns: 10_000, seed: 23 },
  )
  // Most of them leave a card in the deck: the comparison is not one of nothing with nothing.
  expect(deckStates).toBeGreaterThan(6000)
})

test('undone one by one, the latest first, every deed leaves exactly the state before it', () => {
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 16 }), plan, (deeds, plan) => {
      const placing = { cardId, plan }
      const inOrder = deeds.toSorted((a, b) => a.minute - b.minute)
      const done = inOrder.map((made, place) => toEvent(made, idOf(place)))
      const before = done.map((_, count) => fold(done.slice(0, count), placing))
      const log = [...done]
      for (let place = done.length - 1; place >= 0; place--) {
        log.push({ kind: 'undo', id: idOf(1000 + place), undoes: done[place]!.id })
        expect(fold(log, placing)).toEqual(before[place])
      }
    }),
    { numRuns: 1000, seed: 29 },
  )
})

describe('a card’s marks', () => {
  const plain = {
    cardId,
    plan: {
      retention: 0.9,
      maximumInterval: 365,
      easyDays: Array.from({ length: 7 }, () => 'normal' as const),
      vacation: null,
      weights: null,
    },
  }
  const at = (minute: number) => base + minute * 60_000
  const good = (minute: number, id: string): LoggedEvent => ({
    kind: 'grade',
    id,
    at: at(minute),
    day: localDay(at(minute), 'UTC', 4),
    grade: 3,
  })

  test('a suspension of one device and a later release on another end in the release', () => {
    const log: LoggedEvent[] = [
      good(0, 'a'),
      { kind: 'unsuspend', id: 'c', at: at(9) },
      { kind: 'suspend', id: 'b', at: at(5) },
    ]
    expect(fold(log, plain)?.suspended).toBe(false)
    expect(fold([...log, { kind: 'undo', id: 'd', undoes: 'c' }], plain)?.suspended).toBe(true)
  })

  test('a grade digs a buried card up; one given before the burial does not', () => {
    const until = '2026-01-09' as LocalDay
    const bury: LoggedEvent = { kind: 'bury', id: 'b', at: at(5), until }
    expect(fold([good(0, 'a'), bury], plain)?.buriedUntil).toBe(until)
    expect(fold([good(0, 'a'), bury, good(9, 'c')], plain)?.buriedUntil).toBeNull()
  })

  test('a reset card is new, keeps its flag, and begins anew with its next grade', () => {
    const log: LoggedEvent[] = [
      good(0, 'a'),
      { kind: 'flag', id: 'b', at: at(1), flag: 2 },
      good(2000, 'c'),
      { kind: 'reset', id: 'd', at: at(3000) },
    ]
    expect(fold(log, plain)).toMatchObject({ state: null, flag: 2, addedAt: at(3000) })
    expect(fold([...log, good(4000, 'e')], plain)?.state).toEqual(fold([good(4000, 'e')], plain)?.state)
  })

  test('practice leaves no trace, and marks alone put no card into the deck', () => {
    const cram: LoggedEvent = { kind: 'cram', id: 'b', at: at(50) }
    expect(fold([good(0, 'a'), cram], plain)).toEqual(fold([good(0, 'a')], plain))
    expect(fold([cram, { kind: 'flag', id: 'c', at: at(60), flag: 1 }], plain)).toBeNull()
  })

  test('an added card is new, in the order of its adding', () => {
    const added = fold([{ kind: 'add', id: 'a', at: at(3) }], plain)
    expect(added).toMatchObject({ state: null, addedAt: at(3), suspended: false, flag: 0 })
  })
})
