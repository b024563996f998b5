import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LocalDay, parseDay } from '@/lib/review/day'
import type { Grade } from '@/lib/review/grade'
import {
  dropCards,
  gradeShown,
  lastStep,
  progress,
  type QueuedCard,
  reveal,
  type Session,
  type SessionLimits,
  startSession as startScheduled,
  summarise,
  thinkingMs,
  tick,
  UNDO_LIMIT,
  undo,
} from '@/lib/review/session'
import { someScheduling } from './placing'

const startSession = (cards: readonly QueuedCard[], limits: SessionLimits, at: number) =>
  startScheduled(cards, limits, at, someScheduling)

const day = parseDay('2026-11-23')
const start = Date.parse('2026-11-23T09:00:00Z')
const minute = 60_000
const roomy = { cards: 20, ms: 10 * minute }

function deck(count: number): QueuedCard[] {
  return Array.from({ length: count }, (_, i) => ({ cardId: `card-${i + 1}`, state: null }))
}

let made = 0
function press(session: Session, grade: Grade, at = start, on: LocalDay = day): Session {
  made += 1
  return gradeShown(reveal(session), { eventId: `event-${made}`, grade, at, day: on })
}

function shown(session: Session): string | null {
  return session.position.shown?.cardId ?? null
}

describe('a session of review', () => {
  test('asks the cards in the order of the queue and ends when each is known', () => {
    let session = startSession(deck(3), roomy, start)
    const asked: (string | null)[] = []
    while (shown(session)) {
      asked.push(shown(session))
      session = press(session, 3)
    }
    expect(asked).toEqual(['card-1', 'card-2', 'card-3'])
    expect(progress(session)).toEqual({ known: 3, left: 0 })
  })

  test('brings a missed card back after three others', () => {
    let session = press(startSession(deck(6), roomy, start), 1)
    const asked: (string | null)[] = []
    for (let i = 0; i < 6; i++) {
      asked.push(shown(session))
      session = press(session, 3)
    }
    expect(asked).toEqual(['card-2', 'card-3', 'card-4', 'card-1', 'card-5', 'card-6'])
    expect(shown(session)).toBeNull()
  })

  test('brings a missed card back last where fewer are left, and until it is known', () => {
    let session = press(startSession(deck(2), roomy, start), 1)
    session = press(session, 3)
    expect(shown(session)).toBe('card-1')
    session = press(session, 1)
    expect(shown(session)).toBe('card-1')
    session = press(session, 2)
    expect(shown(session)).toBeNull()
    expect(summarise(session).knownAfterMiss).toEqual(['card-1'])
    expect(summarise(session).knownAtOnce).toEqual(['card-2'])
  })

  test('takes no more cards than the learner asked for', () => {
    expect(progress(startSession(deck(50), { cards: 20, ms: minute }, start)).left).toBe(20)
    expect(shown(startSession(deck(5), { cards: 0, ms: minute }, start))).toBeNull()
  })

  test('takes no new card when the time is up, and lets the missed ones finish', () => {
    let session = press(startSession(deck(5), { cards: 20, ms: minute }, start), 1, start + 20_000)
    session = press(session, 3, start + 70_000)
    expect(shown(session)).toBe('card-1')
    expect(progress(session)).toEqual({ known: 1, left: 1 })
    session = press(session, 3, start + 75_000)
    expect(shown(session)).toBeNull()
    expect(summarise(session).postponed).toEqual(['card-3', 'card-4', 'card-5'])
  })

  test('keeps the card on the screen when its time runs out under the learner', () => {
    const session = startSession(deck(3), { cards: 20, ms: 30_000 }, start)
    expect(tick(session, start + 29_999)).toBe(session)
    const over = tick(session, start + 30_000)
    expect(shown(over)).toBe('card-1')
    expect(progress(over).left).toBe(1)
  })

  test('counts a long break as one minute of thinking', () => {
    const session = startSession(deck(3), { cards: 20, ms: 10 * minute }, start)
    expect(thinkingMs(session, start + 3_600_000)).toBe(minute)
    expect(progress(tick(session, start + 3_600_000)).left).toBe(3)
  })

  test('does nothing for a second press of a grade', () => {
    const once = press(startSession(deck(3), roomy, start), 3)
    expect(gradeShown(once, { eventId: 'again', grade: 3, at: start, day })).toBe(once)
  })

  test('says at the end when the first of its cards is due again', () => {
    let session = press(startSession(deck(2), roomy, start), 3)
    session = press(session, 4)
    expect(summarise(session).nextDueDay).toBe('2026-11-25')
    expect(summarise(startSession([], roomy, start)).nextDueDay).toBeNull()
  })
})

describe('an undo', () => {
  test('shows the answer of the card again, its clock running on from where it stood', () => {
    const before = reveal(startSession(deck(3), roomy, start))
    const after = gradeShown(before, { eventId: 'e', grade: 1, at: start + 4000, day })
    const back = undo(after, start + 30_000)
    expect(back.position.shown).toEqual({ cardId: 'card-1', at: start + 26_000, revealed: true })
    expect(thinkingMs(back, start + 30_000)).toBe(4000)
  })

  test('reaches back over the last thirty grades and no further', () => {
    let session = startSession(deck(40), { cards: 40, ms: 60 * minute }, start)
    for (let i = 0; i < 40; i++) session = press(session, 3)
    for (let i = 0; i < UNDO_LIMIT; i++) session = undo(session, start)
    expect(lastStep(session)).toBeNull()
    expect(shown(session)).toBe('card-11')
    expect(undo(session, start)).toBe(session)
  })
})

describe('a card graded elsewhere', () => {
  test('does not come again here, nor after an undo', () => {
    let session = press(startSession(deck(4), roomy, start), 3)
    session = dropCards(session, ['card-2', 'card-3'], start)
    expect(shown(session)).toBe('card-4')
    session = undo(session, start)
    expect(shown(session)).toBe('card-1')
    expect(shown(press(session, 3))).toBe('card-4')
  })
})

type Action =
  | { does: 'reveal' }
  | { does: 'grade'; grade: Grade; afterMs: number }
  | { does: 'undo'; afterMs: number }
  | { does: 'tick'; afterMs: number }
  | { does: 'drop'; card: number }

const afterMs = fc.integer({ min: 0, max: 90_000 })
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ does: 'reveal' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('grade' as const),
      grade: fc.constantFrom<Grade>(1, 2, 3, 4),
      afterMs,
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('undo' as const), afterMs }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('tick' as const), afterMs }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('drop' as const), card: fc.nat(11) }) },
)

const anySession = fc.record({
  cards: fc.integer({ min: 0, max: 12 }),
  limits: fc.record({ cards: fc.integer({ min: 0, max: 12 }), ms: fc.integer({ min: 0, max: 300_000 }) }),
  actions: fc.array(action, { maxLength: 60 }),
})

function play({ cards, limits, actions }: typeof anySession extends fc.Arbitrary<infer T> ? T : never) {
  let session = startSession(deck(cards), limits, start)
  let at = start
  const trail = [session]
  for (const [i, each] of actions.entries()) {
    if ('afterMs' in each) at += each.afterMs
    if (each.does === 'reveal') session = reveal(session)
    if (each.does === 'grade')
      session = gradeShown(session, { eventId: `event-${i}`, grade: each.grade, at, day })
    if (each.does === 'undo') session = undo(session, at)
    if (each.does === 'tick') session = tick(session, at)
    if (each.does === 'drop') session = dropCards(session, [`card-${each.card + 1}`], at)
    trail.push(session)
  }
  return { trail, session, at }
}

/** Every card of the session, once for each place that it stands in. */
function places({ position }: Session): string[] {
  const { fresh, missed, shown, known, postponed } = position
  return [...fresh, ...missed.map((m) => m.cardId), ...(shown ? [shown.cardId] : []), ...known, ...postponed]
}

describe('whatever the learner does', () => {
  test('no card is lost and none stands in two places', () => {
    fc.assert(
      fc.property(anySession, (given) => {
        const { trail } = play(given)
        const all = deck(Math.min(given.cards, given.limits.cards)).map((card) => card.cardId)
        for (const session of trail) {
          const standing = places(session)
          expect(new Set(standing).size).toBe(standing.length)
          const gone = all.filter((id) => !standing.includes(id))
          expect(gone.filter((id) => !session.elsewhere.includes(id))).toEqual([])
        }
      }),
    )
  })

  test('something is shown for as long as anything is left', () => {
    fc.assert(
      fc.property(anySession, (given) => {
        for (const session of play(given).trail) {
          const { known, left } = progress(session)
          expect(left).toBeGreaterThanOrEqual(0)
          expect(known).toBeGreaterThanOrEqual(0)
          expect(session.position.shown !== null).toBe(left > 0)
          expect(session.past.length).toBeLessThanOrEqual(UNDO_LIMIT)
        }
      }),
    )
  })

  test('a grade taken back at once leaves the session as it was', () => {
    fc.assert(
      fc.property(anySession, fc.constantFrom<Grade>(1, 2, 3, 4), afterMs, (given, grade, wait) => {
        const { session, at } = play(given)
        const before = reveal(session)
        fc.pre(before.position.shown !== null)
        const graded = gradeShown(before, { eventId: 'the-one', grade, at: at + wait, day })
        expect(lastStep(graded)?.eventId).toBe('the-one')
        const back = undo(graded, at + wait)
        // Past the minute that counts as thinking the clock stands; else it is the same to the millisecond.
        const isBreak = at + wait - before.position.shown!.at > minute
        expect({ ...back.position, shown: isBreak ? null : back.position.shown }).toEqual({
          ...before.position,
          shown: isBreak ? null : before.position.shown,
        })
        expect(back.past).toEqual(before.past.slice(before.past.length === UNDO_LIMIT ? 1 : 0))
      }),
    )
  })

  test('a session comes to an end by knowing what is asked', () => {
    fc.assert(
      fc.property(anySession, (given) => {
        let { session, at } = play(given)
        const most = progress(session).left
        for (let i = 0; i < most; i++) {
          at += 1000
          session = gradeShown(reveal(session), { eventId: `last-${i}`, grade: 3, at, day })
        }
        expect(progress(session).left).toBe(0)
      }),
    )
  })
})
