import { zipSync } from 'fflate'
import initSqlJs from 'sql.js'
import { describe, expect, test } from 'vitest'
import { localDay } from '@/lib/review/day'
import { defaultPlan } from '@/lib/review/plan'
import { type CardState, grade } from '@/lib/review/schedule'
import { ankiPackage, PACKED_AT as now, type Past } from '../support/anki-package'
import { createUser, database } from '../support/database'
import { digestOf } from '../support/learner-rows'
import { gradeEvent } from '../support/review-events'

const { importFile } = await import('@/lib/server/import/import-file')
const { deleteOwnCard } = await import('@/lib/server/own-cards')
const { recordEvents } = await import('@/lib/server/reviews')

type UserId = Parameters<typeof importFile>[0]
const day = 86_400_000

async function newcomer(): Promise<UserId> {
  return (await createUser({ createdAt: new Date(now - day) })).id as UserId
}

describe('reviews that a card had in Anki', () => {
  const notes: [string[], string][] = [
    [['What is a span?', 'A unit of work.'], ''],
    [['The {{c1::trace-id}} has {{c2::16}} bytes', ''], ''],
    [['And a trace?', 'Many.'], ''],
  ]
  const graded: Past[] = [
    { note: 1, days: 40, ease: 3, type: 0 },
    { note: 1, days: 30, ease: 1 },
    { note: 1, days: 30, ease: 3, type: 2 },
    { note: 1, days: 9, ease: 4 },
    { note: 2, place: 1, days: 20, ease: 2 },
    // An early review in a filtered deck that reschedules: a review like any other.
    { note: 2, place: 1, days: 12, ease: 3, type: 3 },
  ]
  const stateOf = async (userId: string, question: string) => {
    const card = await database.ownCard.findFirstOrThrow({ where: { userId, question } })
    return database.cardState.findUniqueOrThrow({ where: { userId_cardId: { userId, cardId: card.id } } })
  }

  test.each(['old', 'new'] as const)(
    'come along, and fold to the memory that they made (%s)',
    async (format) => {
      const user = await newcomer()
      const file = await ankiPackage(notes, format, graded)
      expect(await importFile(user, file, 'preview', now)).toMatchObject({
        ok: true,
        value: { cards: 4, reviews: 6, reviewedCards: 2, already: 0, skipped: {} },
      })
      await importFile(user, file, 'write', now)
      const placing = { cardId: 'x', plan: { ...defaultPlan } }
      const days = graded.slice(0, 4)
      const expected = days.reduce<CardState | null>((before, { days, ease }) => {
        const at = now - days * day
        return grade(before, { grade: ease as 1 | 3 | 4, at, day: localDay(at, 'Europe/Berlin', 4) }, placing)
      }, null)
      const state = await stateOf(user, 'What is a span?')
      expect(state).toMatchObject({ reps: 4, lapses: 1, lastGrade: 4 })
      expect(state.stability).toBeCloseTo(expected!.stability, 10)
      expect(state.difficulty).toBeCloseTo(expected!.difficulty, 10)
      expect(await stateOf(user, 'The trace-id has \\[…\\] bytes')).toMatchObject({ reps: 2, lastGrade: 3 })
      expect(await stateOf(user, 'The \\[…\\] has 16 bytes')).toMatchObject({ reps: 0, stability: null })
      const log = await database.reviewEvent.findMany({ where: { userId: user, kind: 1 } })
      expect(log.map(({ source, durationMs }) => [source, durationMs])).toEqual(graded.map(() => [5, 4200]))
    },
  )

  test('are known again: the same file brings nothing, a later one what has been reviewed since', async () => {
    const user = await newcomer()
    await importFile(user, await ankiPackage(notes, 'old', graded), 'write', now)
    const before = await digestOf(user)
    expect(await importFile(user, await ankiPackage(notes, 'new', graded), 'write', now)).toMatchObject({
      ok: true,
      value: { cards: 0, reviews: 0, already: 4 + 6 },
    })
    expect(await digestOf(user)).toBe(before)
    const since = [...graded, { note: 1, days: 2, ease: 3 }, { note: 3, days: 1, ease: 3 }]
    expect(await importFile(user, await ankiPackage(notes, 'old', since), 'write', now)).toMatchObject({
      ok: true,
      value: { cards: 0, reviews: 2, reviewedCards: 2 },
    })
    expect(await stateOf(user, 'What is a span?')).toMatchObject({ reps: 5 })
    expect(await stateOf(user, 'And a trace?')).toMatchObject({ reps: 1 })
  })

  test('fold beside those that it had here since, whichever came first', async () => {
    const user = await newcomer()
    await importFile(user, await ankiPackage(notes, 'old'), 'write', now)
    const { cardId } = await stateOf(user, 'What is a span?')
    await recordEvents(user, [gradeEvent({ cardId, at: now - 3_600_000, grade: 3 })], now)
    await importFile(user, await ankiPackage(notes, 'old', graded), 'write', now)
    const state = await stateOf(user, 'What is a span?')
    expect(state).toMatchObject({ reps: 5, lastGrade: 3 })
    expect(state.lastReviewedAt).toEqual(new Date(now - 3_600_000))
  })

  test('are left out where Anki itself leaves them out, and the preview says how many', async () => {
    const user = await newcomer()
    const file = await ankiPackage(notes, 'old', [
      ...graded,
      { note: 1, days: 8, ease: 3, type: 3, factor: 0 },
      { note: 1, days: 7, ease: 0, type: 4 },
      { note: 1, days: 6, ease: 0, type: 5 },
      { note: 1, days: 5, ease: 7 },
      { note: 1, place: 1, days: 5, ease: 3 },
      { note: 1, days: -2, ease: 3 },
      { note: 9, days: 3, ease: 3 },
    ])
    expect(await importFile(user, file, 'write', now)).toMatchObject({
      ok: true,
      value: {
        reviews: 6,
        skipped: {
          'answers in practice': 1,
          'cards moved without a review': 2,
          'reviews without a grade': 1,
          'reviews of a note’s other cards': 2,
          'reviews that lie in the future': 1,
        },
      },
    })
  })

  test('end where the card was made new again, and stay in its history', async () => {
    const user = await newcomer()
    const again: Past[] = [...graded, { note: 1, days: 8, ease: 0, type: 4, factor: 0 }]
    await importFile(user, await ankiPackage(notes, 'old', again), 'write', now)
    expect(await stateOf(user, 'What is a span?')).toMatchObject({ stability: null, reps: 0 })
    expect(await database.reviewEvent.count({ where: { userId: user, source: 5 } })).toBe(7)
  })

  test('do not bring back a card that its learner has deleted', async () => {
    const user = await newcomer()
    await importFile(user, await ankiPackage(notes, 'old'), 'write', now)
    const { cardId } = await stateOf(user, 'What is a span?')
    await deleteOwnCard(user, cardId)
    const answer = await importFile(user, await ankiPackage(notes, 'old', graded), 'write', now)
    expect(answer).toMatchObject({ ok: true, value: { reviews: 2, reviewedCards: 1 } })
  })

  test('are read from plain tables alone', async () => {
    const user = await newcomer()
    const sqlite = await initSqlJs()
    const collection = new sqlite.Database()
    collection.run('CREATE TABLE notes (id integer PRIMARY KEY, tags text, flds text)')
    collection.run("INSERT INTO notes VALUES (1, '', 'Why?' || char(31) || 'So.')")
    collection.run('CREATE TABLE cards (id integer PRIMARY KEY, nid integer, ord integer)')
    collection.run('INSERT INTO cards VALUES (1, 1, 0)')
    collection.run(
      'CREATE VIEW revlog AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, 1 AS cid, 3 AS ease, 1 AS time, 1 AS type, 1 AS factor FROM n',
    )
    const file = zipSync({ 'collection.anki2': collection.export() })
    collection.close()
    expect(await importFile(user, file, 'write', now)).toMatchObject({
      ok: true,
      value: { cards: 1, reviews: 0 },
    })
  })
})
