import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LocalDay } from '@/lib/review/day'
import { BATCH_LIMIT, type GradeEvent, type ReviewEvent } from '@/lib/review/event'
import { grades } from '@/lib/review/grade'
import { createUser, database } from '../support/database'
import { asUser, gradeEvent, undoOf } from '../support/review-events'

const { recordEvents } = await import('@/lib/server/reviews')
const { countDeck, listDueCards, findStates } = await import('@/lib/server/cards')
const { activeCardIds } = await import('@/lib/server/content')
const { compareStates } = await import('@/lib/server/rebuild')

const [cardA, cardB, cardC] = activeCardIds() as [string, string, string]
const noon = Date.parse('2026-06-01T10:00:00Z')
const DAY = 86_400_000
const now = noon + 400 * DAY

async function record(user: { id: string }, events: unknown[], at = now) {
  const recorded = await recordEvents(asUser(user), events, at)
  if (!recorded) throw new Error('the account is gone')
  return recorded
}

async function rowsOf(user: { id: string }) {
  const [events, states] = await Promise.all([
    database.reviewEvent.count({ where: { userId: user.id } }),
    database.cardState.findMany({ where: { userId: user.id }, orderBy: { cardId: 'asc' } }),
  ])
  return { events, states }
}

describe('a graded card', () => {
  test('enters the log and the deck at once', async () => {
    const user = await createUser()
    const event = gradeEvent({ cardId: cardA, at: noon })
    const { answers, states } = await record(user, [event])
    expect(answers).toEqual([{ id: event.id, outcome: 'recorded' }])
    expect(states[0]?.state).toMatchObject({
      dueDay: '2026-06-03',
      lastDay: '2026-06-01',
      reps: 1,
      lastGrade: 3,
    })
    expect(await findStates(asUser(user), [cardA])).toEqual(new Map([[cardA, states[0]?.state]]))
  })

  test('is due from its day on, and not the day before', async () => {
    const user = await createUser()
    await record(user, [
      gradeEvent({ cardId: cardA, at: noon }),
      gradeEvent({ cardId: cardB, at: noon, grade: 1 }),
    ])
    const due = async (day: string) =>
      (await listDueCards(asUser(user), { today: day as never, until: day as never }, 10)).map(
        (card) => card.cardId,
      )
    expect(await due('2026-06-01')).toEqual([cardB])
    expect(await due('2026-06-02')).toEqual([cardB])
    expect(await due('2026-06-03')).toEqual([cardB, cardA])
    expect(await countDeck(asUser(user), '2026-06-03' as never)).toMatchObject({ due: 2, cards: 2 })
    expect(await countDeck(asUser(user), '2026-06-01' as never)).toMatchObject({ nextDueDay: '2026-06-03' })
  })

  test('keeps a time of thinking of a minute at most', async () => {
    const user = await createUser()
    await record(user, [gradeEvent({ cardId: cardA, at: noon, durationMs: 3_600_000 })])
    expect(await database.reviewEvent.findFirst({ where: { userId: user.id } })).toMatchObject({
      durationMs: 60_000,
    })
  })
})

describe('a retry', () => {
  test('is answered as a duplicate and changes nothing', async () => {
    const user = await createUser()
    const event = gradeEvent({ cardId: cardA, at: noon })
    const first = await record(user, [event])
    const before = await rowsOf(user)
    const second = await record(user, [event, event])
    expect(second.answers.map((answer) => answer.outcome)).toEqual(['duplicate', 'duplicate'])
    expect(second.states).toEqual(first.states)
    expect(await rowsOf(user)).toEqual(before)
  })

  test('within one batch is recorded once', async () => {
    const user = await createUser()
    const event = gradeEvent({ cardId: cardA, at: noon })
    const { answers } = await record(user, [event, event])
    expect(answers.map((answer) => answer.outcome)).toEqual(['recorded', 'duplicate'])
    expect((await rowsOf(user)).states[0]).toMatchObject({ reps: 1 })
  })

  test('sent eight times at the same moment is recorded once', async () => {
    const user = await createUser()
    const event = gradeEvent({ cardId: cardA, at: noon })
    const all = await Promise.all(Array.from({ length: 8 }, () => record(user, [event])))
    expect(all.flatMap(({ answers }) => answers).filter((a) => a.outcome === 'recorded')).toHaveLength(1)
    expect(await rowsOf(user)).toMatchObject({ events: 1, states: [{ reps: 1 }] })
  })

  test('with the same id by another learner is that learner’s own event', async () => {
    const [one, other] = [await createUser(), await createUser()]
    const event = gradeEvent({ cardId: cardA, at: noon })
    await record(one, [event])
    const { answers } = await record(other, [event])
    expect(answers[0]?.outcome).toBe('recorded')
    expect((await rowsOf(one)).states[0]).toMatchObject({ reps: 1 })
  })
})

describe('what a client may claim', () => {
  test.each([
    ['more than five minutes ahead of the server’s clock', { at: now + 5 * 60_000 + 1 }, 'ahead_of_clock'],
    ['before the account existed', { at: Date.parse('2019-12-31T23:59:59.999Z') }, 'before_account'],
    ['about a card that does not exist', { cardId: 'no-such-card' }, 'unknown_card'],
    ['with a grade of 2.5', { grade: 2.5 }, 'invalid'],
    ['with a grade of 5', { grade: 5 }, 'invalid'],
    ['in a zone that does not exist', { zone: 'Mars/Olympus' }, 'invalid'],
    ['with a field that nobody knows', { due: '2099-01-01' }, 'invalid'],
    ['with an id that is no UUID', { id: 'x' }, 'invalid'],
    ['with a time that is no number', { at: 'yesterday' }, 'invalid'],
  ])('an event %s is refused with a code and kept out of the log', async (_, fields, code) => {
    const user = await createUser()
    const good = gradeEvent({ cardId: cardB, at: noon })
    const bad = { ...gradeEvent({ cardId: cardA, at: noon }), ...fields }
    const { answers } = await record(user, [bad, good])
    expect(answers).toEqual([
      { id: bad.id, outcome: 'refused', code },
      { id: good.id, outcome: 'recorded' },
    ])
    expect(await rowsOf(user)).toMatchObject({ events: 1, states: [{ cardId: cardB }] })
  })

  test('five minutes ahead is still believed', async () => {
    const user = await createUser()
    const { answers } = await record(user, [gradeEvent({ cardId: cardA, at: now + 5 * 60_000 })])
    expect(answers[0]?.outcome).toBe('recorded')
  })

  test('nothing at all once the account is gone', async () => {
    const user = await createUser()
    await database.user.delete({ where: { id: user.id } })
    expect(await recordEvents(asUser(user), [gradeEvent({ cardId: cardA, at: noon })], now)).toBeNull()
  })
})

describe('undo', () => {
  test('restores the state that was, to the last digit', async () => {
    const user = await createUser()
    const first = gradeEvent({ cardId: cardA, at: noon })
    const late = gradeEvent({ cardId: cardA, at: noon + 9 * DAY, grade: 1 })
    const before = await record(user, [first])
    await record(user, [late])
    const after = await record(user, [undoOf(late)])
    expect(after.states).toEqual(before.states)
    expect((await rowsOf(user)).events).toBe(3)
  })

  test('of a card’s only grade takes it out of the deck', async () => {
    const user = await createUser()
    const event = gradeEvent({ cardId: cardA, at: noon })
    await record(user, [event])
    const { states } = await record(user, [undoOf(event)])
    expect(states).toEqual([{ cardId: cardA, state: null }])
    expect((await rowsOf(user)).states).toEqual([])
  })

  test('that arrives before the grade it names still undoes it', async () => {
    const user = await createUser()
    const kept = gradeEvent({ cardId: cardA, at: noon })
    const undone = gradeEvent({ cardId: cardA, at: noon + DAY, grade: 4 })
    const { states } = await record(user, [kept])
    await record(user, [undoOf(undone)])
    expect((await record(user, [undone])).states).toEqual(states)
  })

  test('that names a grade of another card undoes nothing, whichever comes first', async () => {
    const grade = gradeEvent({ cardId: cardA, at: noon })
    const foreign = { ...undoOf(grade), cardId: cardB }
    for (const order of [
      [grade, foreign],
      [foreign, grade],
    ]) {
      const user = await createUser()
      for (const event of order) await record(user, [event])
      expect((await rowsOf(user)).states).toMatchObject([{ cardId: cardA, reps: 1 }])
      expect(await compareStates()).toMatchObject({ different: 0 })
    }
  })
})

describe('a command rebuilds every state from the log', () => {
  test('and finds a state that someone changed by hand', async () => {
    const user = await createUser()
    await record(user, [gradeEvent({ cardId: cardA, at: noon }), gradeEvent({ cardId: cardB, at: noon })])
    await database.cardState.updateMany({
      where: { userId: user.id, cardId: cardA },
      data: { stability: 99 },
    })
    await database.cardState.deleteMany({ where: { userId: user.id, cardId: cardB } })
    const found = await compareStates({ repair: true })
    expect(found.different).toBe(2)
    expect(found.examples.map((each) => each.cardId).sort()).toEqual([cardA, cardB].sort())
    expect(await compareStates()).toMatchObject({ different: 0 })
  })
})

function eventOf(kind: string, graded: GradeEvent): ReviewEvent {
  const { kind: _, grade, durationMs, ...common } = graded
  if (kind === 'grade') return { ...graded, shift: grade - 2 }
  if (kind === 'cram') return { ...graded, kind }
  if (kind === 'bury') return { ...common, kind, until: '2026-07-01' as LocalDay }
  if (kind === 'flag') return { ...common, kind, flag: grade }
  return { ...common, kind: kind as 'suspend' | 'unsuspend' | 'reset' | 'add' }
}

const delivery = fc
  .array(
    fc.record({
      card: fc.constantFrom(cardA, cardB, cardC),
      minutes: fc.integer({ min: 0, max: 60 * 24 * 90 }),
      grade: fc.constantFrom(...grades),
      zone: fc.constantFrom('Europe/Berlin', 'America/Los_Angeles', 'Asia/Tokyo'),
      undo: fc.boolean(),
      kind: fc.constantFrom('grade', 'grade', 'suspend', 'unsuspend', 'bury', 'flag', 'reset', 'add', 'cram'),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .chain((steps) => {
    const events: ReviewEvent[] = steps.flatMap(({ card, minutes, grade, zone, undo, kind }) => {
      const event = eventOf(kind, gradeEvent({ cardId: card, at: noon + minutes * 60_000, grade, zone }))
      return undo ? [event, undoOf(event)] : [event]
    })
    const twice = [...events, ...events]
    return fc.tuple(
      fc.constant(events),
      fc.shuffledSubarray(twice, { minLength: twice.length }),
      fc.integer({ min: 1, max: 5 }),
    )
  })

test('any order, any duplication and any batching of delivery ends in the same states', async () => {
  await fc.assert(
    fc.asyncProperty(delivery, async ([events, shuffled, size]) => {
      const [straight, mixed] = [await createUser(), await createUser()]
      await record(straight, events)
      for (let from = 0; from < shuffled.length; from += size)
        await record(mixed, shuffled.slice(from, from + size))
      const strip = ({ states, events: count }: Awaited<ReturnType<typeof rowsOf>>) => ({
        count,
        states: states.map(({ userId: _, ...state }) => state),
      })
      expect(strip(await rowsOf(mixed))).toEqual(strip(await rowsOf(straight)))
    }),
    { numRuns: 40, seed: 17 },
  )
  expect(await compareStates()).toMatchObject({ different: 0 })
})

test('two devices that write at once lose nothing and end in the fold of their union', async () => {
  const user = await createUser()
  const devices = Array.from({ length: 4 }, (_, device) =>
    Array.from({ length: 30 }, (_, step) =>
      gradeEvent({
        cardId: [cardA, cardB, cardC][step % 3]!,
        at: noon + (step * 4 + device) * 3_600_000,
        grade: grades[(step + device) % 4]!,
      }),
    ),
  )
  await Promise.all(
    devices.map(async (events) => {
      for (let from = 0; from < events.length; from += 7) await record(user, events.slice(from, from + 7))
    }),
  )
  expect((await rowsOf(user)).events).toBe(120)
  expect(await compareStates()).toMatchObject({ different: 0 })
})

test('a batch of the largest size is taken whole', async () => {
  const user = await createUser()
  const events = Array.from({ length: BATCH_LIMIT }, (_, index) =>
    gradeEvent({ cardId: activeCardIds()[index % activeCardIds().length]!, at: noon + index * 60_000 }),
  )
  const { answers } = await record(user, events)
  expect(answers.filter((answer) => answer.outcome === 'recorded')).toHaveLength(BATCH_LIMIT)
})
