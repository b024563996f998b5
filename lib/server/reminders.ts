import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { fail, ok, type Result } from '../result'
import type { ReminderInput } from '../review/reminder'
import { database } from './database'
import { env } from './env'
import { canMail } from './mail'
import type { UserId } from './user-id'

/** What the settings show: when a learner is reminded, if at all, and whether they can be. */
export interface ReminderView {
  /** Null for someone who has never chosen. */
  chosen: ReminderInput | null
  email: string
  zone: string
  /** Whether their mailbox is proven to be theirs: nobody else's is written to. */
  isProven: boolean
}

/** How the learner wants to be reminded. */
export async function getReminder(user: UserId): Promise<ReminderView> {
  const row = await database.user.findUniqueOrThrow({
    where: { id: user },
    select: {
      ...{ email: true, zone: true, emailVerifiedAt: true },
      reminder: { select: { isOn: true, hour: true, leastDue: true } },
    },
  })
  const { email, zone, emailVerifiedAt, reminder } = row
  return { chosen: reminder, email, zone, isProven: emailVerifiedAt !== null }
}

/**
 * Sets when the learner is reminded; whoever says so begins with no unanswered ones. `unavailable`: this server
 * sends no mail. `conflict`: the mailbox is not proven to be theirs.
 */
export async function saveReminder(user: UserId, input: ReminderInput, now: number): Promise<Result<null>> {
  if (input.isOn && !canMail) return fail('unavailable', 'This server does not send mail.')
  if (input.isOn && !(await getReminder(user)).isProven)
    return fail('conflict', 'Confirm your address first: sign in once by a link sent to it.')
  const fields = { ...input, lookAt: new Date(now), unanswered: 0 }
  await database.reminder.upsert({
    where: { userId: user },
    create: { userId: user, ...fields },
    update: fields,
  })
  return ok(null)
}

/** Reminds the learner no more. */
export async function turnRemindersOff(user: UserId): Promise<Result<null>> {
  await database.reminder.updateMany({ where: { userId: user }, data: { isOn: false } })
  return ok(null)
}

/** What a link in a learner's reminder carries: it turns their reminders off, and does nothing else. */
export function offToken(user: UserId): string {
  return `${user}.${signature(user)}`
}

/** Whose link this is; null for one that this server did not write. */
export function readOffToken(token: string): UserId | null {
  const [, user, given] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/.exec(token) ?? []
  if (user === undefined || given === undefined) return null
  const isOurs = timingSafeEqual(Buffer.from(given), Buffer.from(signature(user)))
  return isOurs ? (user as UserId) : null
}

function signature(user: string): string {
  return createHmac('sha256', env.NEXTAUTH_SECRET).update(`reminders-off:${user}`).digest('base64url')
}
