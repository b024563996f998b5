import 'server-only'
import { database } from './database'
import type { UserId } from './user-id'

/** A browser that has not been seen for this long has to sign in again. */
export const SESSION_DAYS = 30
const DAY_MS = 86_400_000
const LIFETIME_MS = SESSION_DAYS * DAY_MS

/**
 * Signs a browser in: makes the row that its cookie will name, and clears away those that have expired.
 * `openedBy` is what proved who it is: password, email, or a provider's name.
 */
export async function openSession(user: string, openedBy = 'password'): Promise<string> {
  const now = Date.now()
  await database.session.deleteMany({ where: { expiresAt: { lte: new Date(now) } } })
  const { id } = await database.session.create({
    data: { userId: user, openedBy, expiresAt: new Date(now + LIFETIME_MS) },
  })
  return id
}

/**
 * Whose session this is; null once it has expired or been closed. Each day of use moves the expiry
 * ahead, so that only an unused browser is signed out: one write a day, not one a request.
 */
export async function findSessionUser(session: string): Promise<string | null> {
  const now = Date.now()
  const row = await database.session.findFirst({
    where: { id: session, expiresAt: { gt: new Date(now) } },
    select: { userId: true, expiresAt: true },
  })
  if (!row) return null
  if (row.expiresAt.getTime() - now < LIFETIME_MS - DAY_MS)
    await database.session.updateMany({
      where: { id: session, expiresAt: row.expiresAt },
      data: { expiresAt: new Date(now + LIFETIME_MS) },
    })
  return row.userId
}

/** Signs one browser out. */
export async function closeSession(session: string): Promise<void> {
  await database.session.deleteMany({ where: { id: session } })
}

/** Signs the learner out everywhere, or everywhere but here. Answers how many browsers that were. */
export async function closeSessions(user: UserId, except?: string): Promise<number> {
  const { count } = await database.session.deleteMany({
    where: { userId: user, ...(except !== undefined && { id: { not: except } }) },
  })
  return count
}
