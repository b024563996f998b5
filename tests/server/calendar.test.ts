import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { GET } from '@/app/api/calendar/[file]/route'
import { findCalendarFeed, makeCalendarFeed, removeCalendarFeed } from '@/lib/server/calendar-feeds'
import { recordEvents } from '@/lib/server/reviews'
import { createUser, database } from '../support/database'
import { asUser, gradeEvent } from '../support/review-events'

const cards = ['api-without-sdk', 'otlp-is', 'metric-cost-driver'] as const

/** A learner with three cards, one of them due, and the address of their calendar. */
async function learner() {
  const user = asUser(await createUser())
  const now = Date.now()
  await recordEvents(
    user,
    cards.map((cardId, place) => gradeEvent({ cardId, at: now - 60_000, grade: place === 0 ? 1 : 3 })),
    now,
  )
  return { user, address: await addressOf(user) }
}

async function addressOf(user: Parameters<typeof makeCalendarFeed>[0]): Promise<string> {
  const made = await makeCalendarFeed(user)
  if (!made.ok) throw new Error('No address was made')
  return made.value.address
}

const ask = (address: string, headers: Record<string, string> = {}) => GET(new Request(address, { headers }))

describe('the address of a calendar', () => {
  test('answers a calendar of what falls due, to whoever has it', async () => {
    const { address, user } = await learner()
    const answer = await ask(address)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const calendar = new ICAL.Component(ICAL.parse(await answer.text()))
    const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
    const states = await database.cardState.findMany({ where: { userId: user } })
    const days = new Map<string, number>()
    for (const { dueDay } of states) {
      const day = dueDay!.toISOString().slice(0, 10)
      days.set(day, (days.get(day) ?? 0) + 1)
    }
    expect(
      events.map(({ startDate, summary }) => [startDate.toString(), Number.parseInt(summary, 10)]),
    ).toEqual([...days].sort())
  })

  test('says nothing of a card but that it is due', async () => {
    const { address } = await learner()
    const text = await (await ask(address)).text()
    for (const cardId of cards) expect(text).not.toContain(cardId)
  })

  test('answers 304 to whoever has what it would say, and anew once that has changed', async () => {
    const { address, user } = await learner()
    const etag = (await ask(address)).headers.get('etag')!
    expect(etag).toMatch(/^"[\w-]{27}"$/)
    for (const named of [etag, `"x", W/${etag}`, '*']) {
      const answer = await ask(address, { 'if-none-match': named })
      expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([304, '', etag])
    }
    expect((await ask(address, { 'if-none-match': '"x"' })).status).toBe(200)
    const now = Date.now()
    await recordEvents(user, [gradeEvent({ cardId: cards[0], at: now, grade: 3 })], now)
    expect((await ask(address, { 'if-none-match': etag })).status).toBe(200)
  })

  test('is kept as a hash, and notes when it was read', async () => {
    const { address, user } = await learner()
    const secret = /([\w-]{43})\.ics$/.exec(address)![1]!
    expect((await findCalendarFeed(user))?.lastReadAt).toBeNull()
    await ask(address)
    expect((await findCalendarFeed(user))?.lastReadAt).toBeInstanceOf(Date)
    const row = await database.calendarFeed.findUniqueOrThrow({ where: { userId: user } })
    expect(JSON.stringify(row)).not.toContain(secret)
  })

  test('stops working when another is made, or when it is taken away', async () => {
    const { address, user } = await learner()
    const second = await addressOf(user)
    expect([(await ask(address)).status, (await ask(second)).status]).toEqual([404, 200])
    await removeCalendarFeed(user)
    expect((await ask(second)).status).toBe(404)
    expect(await findCalendarFeed(user)).toBeNull()
  })

  test.each([
    '/api/calendar/x.ics',
    '/api/calendar/.ics',
    `/api/calendar/${'a'.repeat(43)}.ics`,
    `/api/calendar/${'a'.repeat(43)}`,
    `/api/calendar/${'a'.repeat(5000)}.ics`,
    '/api/calendar/%00%ff.ics',
    '/api/calendar/..%2f..%2fexport.ics',
  ])('that is none, %s, is a 404', async (path) => {
    expect((await ask(`http://localhost:3000${path}`)).status).toBe(404)
  })
})

test('a deck with nothing in it is a calendar with nothing in it', async () => {
  const answer = await ask(await addressOf(asUser(await createUser())))
  expect(answer.status).toBe(200)
  expect(new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents('vevent')).toEqual([])
})
