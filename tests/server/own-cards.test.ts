import { describe, expect, test } from 'vitest'
import { localDay } from '@/lib/review/day'
import { deckFilter } from '@/lib/review/deck-filter'
import { saveNote } from '@/lib/server/card-notes'
import { findCardPage } from '@/lib/server/card-page'
import { listCards } from '@/lib/server/content'
import { listDeckPage, listTags, PAGE_CARDS } from '@/lib/server/deck-page'
import { getCramQueue, getDueQueue } from '@/lib/server/due-queue'
import { addLessonCards, countLessonCards } from '@/lib/server/lesson-cards'
import { deleteOwnCard, editOwnCard, findOwnCard } from '@/lib/server/own-cards'
import { compareStates } from '@/lib/server/rebuild'
import { findRestart, startGently, takeRestartBack } from '@/lib/server/restarts'
import { recordEvents } from '@/lib/server/reviews'
import { OWN_CARD_LIMIT, writeOwnCard } from '@/lib/server/write-own-card'
import { createUser, database, pool } from '../support/database'
import { makeEvent } from '../support/make-event'
import { asUser } from '../support/review-events'

const now = Date.parse('2026-06-20T12:00:00Z')
const DAY = 86_400_000
const today = localDay(now, 'UTC', 4)
const lesson = 'the-opentelemetry-mental-model'
const words = {
  question: 'What is a resource?',
  answer: 'Who sent it.',
  lesson,
  heading: 'signals',
  tags: ['otel'],
}
const learner = async () => asUser(await createUser({ zone: 'UTC' }))
type Learner = Awaited<ReturnType<typeof learner>>

async function write(user: Learner, fields: Partial<typeof words> = {}): Promise<string> {
  const written = await writeOwnCard(user, { ...words, ...fields }, now)
  if (!written.ok) throw new Error(written.message)
  return written.value.cardId
}

async function record(user: Learner, events: readonly Parameters<typeof makeEvent>[0][]) {
  const recorded = await recordEvents(user, events.map(makeEvent), now)
  return recorded!.answers
}

const graded = (cardId: string, at: number, grade: 1 | 3 | 4 = 3) =>
  ({ kind: 'grade', cardId, at, grade, durationMs: 900 }) as const

describe('a card that a learner writes', () => {
  test('is new in their queue, with its place, and is graded like any other', async () => {
    const user = await learner()
    const cardId = await write(user)
    const [card] = (await getDueQueue(user, now)).cards
    expect(card).toMatchObject({ state: null, face: { id: cardId, lesson, heading: 'signals' } })
    await record(user, [graded(cardId, now)])
    expect(await getDueQueue(user, now + 3 * DAY)).toMatchObject({ dueIds: [cardId] })
    expect(await compareStates()).toMatchObject({ different: 0 })
  })

  test('shows Markdown, and neither markup nor a script of anybody’s', async () => {
    const user = await learner()
    const answer = '**bold** <img src=x onerror=alert(1)> [x](javascript:alert(1)) `a<b`'
    const page = await findCardPage(user, await write(user, { answer }), now)
    expect(page?.face.answerHtml).toContain('<strong>bold</strong>')
    expect(page?.face.answerHtml).not.toMatch(/<img|javascript:/)
    expect(page?.face.answerHtml).toContain('<code>a&lt;b</code>')
  })

  test('is nobody else’s: not seen, not graded, not edited, not deleted, not noted on', async () => {
    const [owner, other] = [await learner(), await learner()]
    const cardId = await write(owner)
    expect(await findCardPage(other, cardId, now)).toBeNull()
    expect(await record(other, [graded(cardId, now)])).toMatchObject([{ code: 'unknown_card' }])
    expect(await editOwnCard(other, { ...words, id: cardId })).toMatchObject({ ok: false, code: 'not_found' })
    expect(await deleteOwnCard(other, cardId)).toMatchObject({ ok: false, code: 'not_found' })
    expect(await saveNote(other, { cardId, text: 'x' })).toMatchObject({ ok: false, code: 'not_found' })
    expect(await findOwnCard(owner, cardId)).toMatchObject({ question: words.question })
  })

  test('keeps its reviews when it is edited, and its log when it is deleted', async () => {
    const user = await learner()
    const cardId = await write(user)
    await record(user, [graded(cardId, now)])
    await editOwnCard(user, { id: cardId, question: 'Anew?', answer: 'Yes.', tags: [] })
    const edited = await findCardPage(user, cardId, now)
    expect(edited).toMatchObject({ own: { question: 'Anew?' }, folded: { state: { reps: 1 } } })
    expect(await deleteOwnCard(user, cardId)).toEqual({ ok: true, value: null })
    expect(await findCardPage(user, cardId, now)).toBeNull()
    expect(await getDueQueue(user, now + 5 * DAY)).toMatchObject({ due: 0, isEmptyDeck: true })
    expect(await database.reviewEvent.count({ where: { userId: user } })).toBe(2)
    // A grade given offline before the deletion was known still finds its place.
    expect(await record(user, [graded(cardId, now)])).toMatchObject([{ outcome: 'recorded' }])
    const row = await database.ownCard.findFirstOrThrow({ where: { userId: user } })
    expect(row).toMatchObject({ question: '', answer: '' })
  })

  test('is refused beyond the limit, and for a lesson that is not there', async () => {
    const user = await learner()
    expect(await writeOwnCard(user, { ...words, lesson: 'no-such-lesson' }, now)).toMatchObject({
      code: 'invalid',
    })
    await pool.query(
      `INSERT INTO own_cards (user_id, id, question, answer, tags)
       SELECT $1, 'own-' || gen_random_uuid(), 'q', 'a', '{}' FROM generate_series(1, $2::int)`,
      [user, OWN_CARD_LIMIT - 1],
    )
    const both = await Promise.all([writeOwnCard(user, words, now), writeOwnCard(user, words, now)])
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(await database.ownCard.count({ where: { userId: user } })).toBe(OWN_CARD_LIMIT)
  })
})

test('the rest of a lesson’s cards come into the deck once, as new ones in the lesson’s order', async () => {
  const user = await learner()
  const ids = listCards()
    .filter((card) => card.lesson === lesson && !card.retired)
    .map(({ id }) => id)
  await record(user, [graded(ids[3]!, now - DAY)])
  expect(await addLessonCards(user, lesson, now)).toEqual({ ok: true, value: { added: ids.length - 1 } })
  expect(await addLessonCards(user, lesson, now)).toEqual({ ok: true, value: { added: 0 } })
  expect(await countLessonCards(user, lesson)).toEqual({ all: ids.length, mine: ids.length })
  const queue = await getDueQueue(user, now)
  expect(queue.dueIds).toEqual(ids.filter((id) => id !== ids[3]).slice(0, 20))
  expect((await getCramQueue(user, lesson, now)).cards).toHaveLength(ids.length)
  expect(await addLessonCards(user, 'no-such-lesson', now)).toMatchObject({ ok: false, code: 'not_found' })
})

describe('the deck', () => {
  const list = (user: Learner, filter: object = {}) => listDeckPage(user, deckFilter.parse(filter), today)

  test('is found by words, lesson, state, flag and tag', async () => {
    const user = await learner()
    const own = await write(user, { question: 'What is jitter?', tags: ['net'] })
    const [a, b, c] = listCards().map(({ id }) => id) as [string, string, string]
    await record(user, [
      graded(a, now - 9 * DAY),
      graded(b, now),
      graded(c, now - 9 * DAY),
      { kind: 'suspend', cardId: c, at: now },
      { kind: 'flag', cardId: b, at: now, flag: 3 },
    ])
    const found = async (filter: object) => (await list(user, filter)).cards.map(({ cardId }) => cardId)
    expect((await found({})).toSorted()).toEqual([own, a, b, c].toSorted())
    expect(await found({ q: 'JITTER' })).toEqual([own])
    expect(await found({ q: '100%_no' })).toEqual([])
    expect(await found({ tag: 'net' })).toEqual([own])
    expect(await found({ state: 'new' })).toEqual([own])
    expect(await found({ state: 'due' })).toEqual([a])
    expect(await found({ state: 'later' })).toEqual([b])
    expect(await found({ state: 'suspended' })).toEqual([c])
    expect(await found({ state: 'own' })).toEqual([own])
    expect(await found({ flag: '3' })).toEqual([b])
    expect(await listTags(user)).toEqual(['net'])
    expect(await found({ order: 'recall', state: 'due' })).toEqual([a])
  })

  test('comes in pages that hold every card once, with what is written into the address as it may be', async () => {
    const user = await learner()
    await addLessonCards(user, lesson, now)
    const { found } = await list(user)
    const pages = Math.ceil(found / PAGE_CARDS)
    expect(pages).toBeGreaterThan(1)
    const all: string[] = []
    for (let page = 1; page <= pages; page++)
      all.push(...(await list(user, { page: String(page) })).cards.map(({ cardId }) => cardId))
    expect(new Set(all).size).toBe(found)
    expect(await list(user, { page: 'x', order: 'y', state: ['z'], q: 'a'.repeat(999) })).toMatchObject({
      found,
    })
  })

  test('of another learner is not seen', async () => {
    const [user, other] = [await learner(), await learner()]
    await write(user)
    expect(await list(other)).toEqual({ cards: [], found: 0 })
  })
})

test('a gentle restart leaves one session for today, says what it holds, and is taken back to the day', async () => {
  const user = await learner()
  const ids = listCards()
    .filter((card) => !card.retired)
    .map(({ id }) => id)
    .slice(0, 60)
  await record(
    user,
    ids.map((id, place) => graded(id, now - 16 * DAY + place, place % 2 ? 3 : 4)),
  )
  const before = await database.cardState.findMany({ where: { userId: user }, orderBy: { cardId: 'asc' } })
  expect(await startGently(user, now)).toMatchObject({ ok: true, value: { cards: 40 } })
  expect(await getDueQueue(user, now)).toMatchObject({ due: 20, restarted: { cards: 40 }, restart: null })
  expect(await startGently(user, now + 1)).toEqual({ ok: true, value: null })
  expect(await takeRestartBack(user, now + 1000)).toEqual({ ok: true, value: null })
  expect(await findRestart(user, today)).toBeNull()
  const after = await database.cardState.findMany({ where: { userId: user }, orderBy: { cardId: 'asc' } })
  expect(after).toEqual(before)
  const events = await database.reviewEvent.count({ where: { userId: user } })
  expect(await takeRestartBack(user, now + 2000)).toEqual({ ok: true, value: null })
  expect(await database.reviewEvent.count({ where: { userId: user } })).toBe(events)
  expect(await compareStates()).toMatchObject({ different: 0 })
})
