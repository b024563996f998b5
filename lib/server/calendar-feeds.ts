import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { ok, type Result } from '../result'
import { writeCalendar } from '../review/calendar-text'
import { localDay, startOfDay } from '../review/day'
import { listDueDays } from '../review/due-calendar'
import { hashToken } from './api-tokens'
import { countDeck, readLoad } from './cards'
import { database } from './database'
import { dueToday } from './due'
import { env } from './env'
import { getSettings } from './settings'
import type { UserId } from './user-id'

/** Days that a calendar shows, today included. */
const DAYS = 30
/** `last read` is written at most this often. */
const READ_MS = 3_600_000

/** Makes the learner's secret address, in place of any that they had, and answers it: the only time that it can be seen. */
export async function makeCalendarFeed(user: UserId): Promise<Result<{ address: string }>> {
  const secret = randomBytes(32).toString('base64url')
  const fields = { hash: hashToken(secret), createdAt: new Date(), lastReadAt: null }
  await database.calendarFeed.upsert({
    where: { userId: user },
    create: { userId: user, ...fields },
    update: fields,
  })
  return ok({ address: new URL(`/api/calendar/${secret}.ics`, env.NEXTAUTH_URL).href })
}

/** Ends the learner's address at once. */
export async function removeCalendarFeed(user: UserId): Promise<Result<null>> {
  await database.calendarFeed.deleteMany({ where: { userId: user } })
  return ok(null)
}

/** Since when the learner has an address, and when a calendar last read it; null where they have none. */
export function findCalendarFeed(user: UserId): Promise<{ createdAt: Date; lastReadAt: Date | null } | null> {
  return database.calendarFeed.findUnique({
    where: { userId: user },
    select: { createdAt: true, lastReadAt: true },
  })
}

/** Whose address ends in this secret; null for one that never was, or is no more. */
export async function findFeedOwner(secret: string): Promise<UserId | null> {
  if (!/^[\w-]{43}$/.test(secret)) return null
  const feed = await database.calendarFeed.findUnique({
    where: { hash: hashToken(secret) },
    select: { userId: true },
  })
  return feed ? (feed.userId as UserId) : null
}

/** What falls due for the learner on the days to come, as an iCalendar stream, and its ETag. `now` in ms. */
export async function readCalendarFeed(user: UserId, now: number): Promise<{ text: string; etag: string }> {
  const settings = await getSettings(user)
  const { zone, dayStartsAt, reviewsPerDay } = settings
  const today = localDay(now, zone, dayStartsAt)
  const [counts, load] = await Promise.all([countDeck(user, today), readLoad(user, today)])
  const { reviews, fresh, held } = dueToday(counts, settings, today)
  const deck = { today, due: reviews + fresh, held: held.reviews, load, reviewsPerDay }
  const text = writeCalendar(
    listDueDays(deck, DAYS).map(({ day, cards }) => ({
      day,
      summary: cards === 1 ? '1 card to review' : `${cards} cards to review`,
      description:
        'As your deck stands at the moment: what you review meanwhile comes again later, and moves with you.',
    })),
    {
      name: 'Spanwise reviews',
      key: createHash('sha256').update(`calendar ${user}`).digest('hex').slice(0, 24),
      url: new URL('/review', env.NEXTAUTH_URL).href,
      // Of the day, not of the moment: what has not changed has the same bytes, and the same ETag.
      at: startOfDay(today, zone, dayStartsAt),
    },
  )
  await noteRead(user, now)
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"` }
}

async function noteRead(user: UserId, now: number): Promise<void> {
  await database.calendarFeed.updateMany({
    where: { userId: user, OR: [{ lastReadAt: null }, { lastReadAt: { lt: new Date(now - READ_MS) } }] },
    data: { lastReadAt: new Date(now) },
  })
}
