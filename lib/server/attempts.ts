import 'server-only'
import { createHmac } from 'node:crypto'
import { database } from './database'
import { env } from './env'

export interface AttemptLimit {
  /** What is being attempted, e.g. `sign-in-account`. */
  readonly what: string
  readonly most: number
  readonly windowMs: number
}

const minute = 60_000

export const limits = {
  /** Guesses at one account's password, wherever they come from. */
  signInAccount: { what: 'sign-in-account', most: 10, windowMs: 15 * minute },
  signInAddress: { what: 'sign-in-address', most: 100, windowMs: 15 * minute },
  signUpAddress: { what: 'sign-up-address', most: 50, windowMs: 60 * minute },
  mailAccount: { what: 'mail-account', most: 5, windowMs: 60 * minute },
  mailAddress: { what: 'mail-address', most: 50, windowMs: 60 * minute },
  /** Requests with a personal token, and those with one that is none. */
  apiToken: { what: 'api-token', most: 1200, windowMs: 60 * minute },
  apiAddress: { what: 'api-address', most: 100, windowMs: 60 * minute },
  /** Exports and imports cost more than a page does. */
  exportAccount: { what: 'export-account', most: 60, windowMs: 60 * minute },
  importAccount: { what: 'import-account', most: 60, windowMs: 60 * minute },
  /** A calendar program asks a few times a day, a phone and a laptop of one person each for themselves. */
  calendarFeed: { what: 'calendar-feed', most: 240, windowMs: 60 * minute },
  /** Guesses at the current password by someone already signed in. */
  confirmAccount: { what: 'confirm-account', most: 10, windowMs: 15 * minute },
  /** Reports to the author: a person's, not a program's. */
  reportCard: { what: 'report-card', most: 30, windowMs: 60 * minute },
} as const satisfies Record<string, AttemptLimit>

/**
 * Counts one attempt and answers 0 where it may go ahead, else how many seconds to wait. Counting and
 * deciding are one statement on the database's clock, so the limit holds for all instances together
 * and for attempts made at once. `whose` is stored as a keyed hash: the table names nobody.
 */
export async function countAttempt(limit: AttemptLimit, whose: string): Promise<number> {
  const rows = await database.$queryRaw<{ count: number; wait: number }[]>`
    INSERT INTO attempts AS known (key, count, expires_at)
    VALUES (${keyOf(limit, whose)}, 1, now() + ${limit.windowMs} * interval '1 millisecond')
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN known.expires_at <= now() THEN 1 ELSE least(known.count + 1, 1000000) END,
      expires_at = CASE WHEN known.expires_at <= now() THEN excluded.expires_at ELSE known.expires_at END
    RETURNING count, ceil(extract(epoch FROM expires_at - now()))::int AS wait`
  const { count, wait } = rows[0]!
  if (count === 1) await clearExpired()
  return count <= limit.most ? 0 : Math.max(1, wait)
}

/** Forgets the attempts: whoever has just proven who they are begins anew. */
export async function clearAttempts(limit: AttemptLimit, whose: string): Promise<void> {
  await database.attempt.deleteMany({ where: { key: keyOf(limit, whose) } })
}

/** Each window that opens clears some that have closed, so the table stays as small as what is going on. */
async function clearExpired(): Promise<void> {
  await database.$executeRaw`
    DELETE FROM attempts WHERE key IN (
      SELECT key FROM attempts WHERE expires_at <= now() ORDER BY expires_at LIMIT 100 FOR UPDATE SKIP LOCKED)`
}

function keyOf(limit: AttemptLimit, whose: string): string {
  return `${limit.what}:${createHmac('sha256', env.NEXTAUTH_SECRET).update(whose).digest('base64url')}`
}
