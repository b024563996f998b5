import { expect, test } from 'vitest'
import { listCards } from '@/lib/server/content'
import { getDueQueue } from '@/lib/server/due-queue'
import { recordEvents } from '@/lib/server/reviews'
import type { UserId } from '@/lib/server/session'
import { getSettings } from '@/lib/server/settings'
import { changeSettings } from '@/lib/server/settings-changes'
import { eventId } from '../../lib/review/event-id'
import { createUser } from '../support/database'

const asked = listCards().filter((card) => !card.retired)
const learner = async () => (await createUser()).id as UserId

async function grade(user: UserId, cardIds: string[], value: 1 | 3, at: number) {
  const events = cardIds.map((cardId, place) => ({
    id: eventId(at + place, crypto.getRandomValues(new Uint8Array(10))),
    cardId,
    at: at + place,
    zone: 'UTC',
    dayStartsAt: 4,
    kind: 'grade',
    grade: value,
    durationMs: 800,
    source: 'lesson',
  }))
  const recorded = await recordEvents(user, events, at + 1000)
  expect(recorded?.answers.every(({ outcome }) => outcome === 'recorded')).toBe(true)
}

test('a deck without cards is empty, with nothing due on any day', async () => {
  expect(await getDueQueue(await learner(), Date.now())).toMatchObject({
    cards: [],
    due: 0,
    dueIds: [],
    nextDueDay: null,
    isEmptyDeck: true,
  })
})

test('the queue holds as many faces as a session takes, and the ids of all that are due', async () => {
  const user = await learner()
  await changeSettings(user, { ...(await getSettings(user)), zone: 'UTC', sessionCards: 5 })
  const now = Date.now()
  const ids = asked.slice(0, 8).map((card) => card.id)
  await grade(user, ids, 1, now)
  const queue = await getDueQueue(user, now)
  const shown = queue.cards.map(({ face }) => face.id)
  expect(shown.toSorted()).toEqual(ids.slice(0, 5).toSorted())
  expect(queue.dueIds).toEqual(ids)
  expect(queue).toMatchObject({ due: 8, nextDueDay: null, isEmptyDeck: false })
})

test('a deck with nothing due says when the next card is', async () => {
  const user = await learner()
  const now = Date.now()
  await grade(user, [asked[0]!.id], 3, now)
  const queue = await getDueQueue(user, now)
  expect(queue).toMatchObject({ cards: [], due: 0, isEmptyDeck: false })
  expect(queue.nextDueDay! > queue.today).toBe(true)
})
