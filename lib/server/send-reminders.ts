import 'server-only'
import { type LocalDay, localDay } from '../review/day'
import { isTimeToRemind, judgeReminder, nextReminderAt } from '../review/reminder'
import { countDeck } from './cards'
import { inTransaction, pool, type Transaction } from './database'
import { dueToday } from './due'
import { log } from './log'
import { type ReminderMail, sendReminderMail } from './reminder-mail'
import { getSettings } from './settings'
import type { UserId } from './user-id'

/** A run looks at so many learners at most; the next one goes on. */
const MOST_A_RUN = 2000
/** After a mail server that could not be reached, or an error of ours, the learner is looked at again so much later. */
const RETRY_MS = 15 * 60_000

interface ReminderRow {
  user_id: UserId
  email: string
  is_proven: boolean
  hour: number
  least_due: number
  sent_day: LocalDay | null
  sent_at: Date | null
  unanswered: number
}

/** A reminder whose day is taken already, and what stood in its row before. */
interface Claim {
  row: ReminderRow
  mail: ReminderMail
}

/**
 * Sends every reminder that is due at `now` (ms), and answers how many. Safe in several instances at once: a row
 * is looked at by one of them. **The day is taken, and committed, before the mail goes**: a process that ends in
 * between costs that day's reminder, and never sends a second one.
 */
export async function sendReminders(now: number): Promise<number> {
  let sent = 0
  for (let looked = 0; looked < MOST_A_RUN; looked += 1) {
    const claim = await inTransaction((tx) => lookAtNext(tx, now))
    if (claim === null) break
    if (claim === 'nothing') continue
    const failure = await sendReminderMail(claim.mail)
    if (failure === null) sent += 1
    else log.warn('reminder_not_sent', { user: claim.row.user_id, failure })
    if (failure === 'later') await giveBack(claim, now)
  }
  if (sent > 0) log.info('reminders_sent', { sent })
  return sent
}

/** Takes the next learner who is to be looked at, and their day where a reminder is worth it. Null: there is nobody. */
async function lookAtNext(tx: Transaction, now: number): Promise<Claim | 'nothing' | null> {
  const { rows } = await tx.query<ReminderRow>(
    `SELECT reminder.user_id, email, email_verified_at IS NOT NULL AS is_proven, hour, least_due, sent_day::text,
       sent_at, unanswered
     FROM reminders reminder JOIN users ON users.id = reminder.user_id
     WHERE is_on AND look_at <= $1 ORDER BY look_at LIMIT 1 FOR UPDATE OF reminder SKIP LOCKED`,
    [new Date(now)],
  )
  const row = rows[0]
  if (!row) return null
  try {
    const { lookAt, today, unanswered, mail } = await judge(row, now)
    await tx.query(
      `UPDATE reminders SET look_at = $2, unanswered = $3, sent_day = coalesce($4, sent_day),
         sent_at = coalesce($5, sent_at) WHERE user_id = $1`,
      [row.user_id, new Date(lookAt), unanswered, mail && today, mail && new Date(now)],
    )
    return mail ? { row, mail } : 'nothing'
  } catch (error) {
    // One learner's fault must not keep the reminders of all who come after.
    log.error('reminder_failed', { error, user: row.user_id })
    await tx.query('UPDATE reminders SET look_at = $2 WHERE user_id = $1', [
      row.user_id,
      new Date(now + RETRY_MS),
    ])
    return 'nothing'
  }
}

async function judge(row: ReminderRow, now: number) {
  const { user_id: user, hour, least_due: leastDue } = row
  const settings = await getSettings(user)
  const { zone, dayStartsAt } = settings
  const when = { zone, dayStartsAt, hour }
  const today = localDay(now, zone, dayStartsAt)
  const later = { today, lookAt: nextReminderAt(now, when), unanswered: row.unanswered, mail: null }
  if (!row.is_proven || !isTimeToRemind(now, when)) return later
  const counts = await countDeck(user, today)
  const { reviews, fresh, isOnVacation } = dueToday(counts, settings, today)
  const due = reviews + fresh
  const { isWorth, unanswered } = judgeReminder({
    ...{ today, lastDay: counts.lastDay, due, leastDue, isOnVacation },
    ...{ sentDay: row.sent_day, unanswered: row.unanswered },
  })
  if (!isWorth) return { ...later, unanswered }
  const mail: ReminderMail = { user, to: row.email, due, leastDue, hour, zone, unanswered }
  return { ...later, unanswered, mail }
}

/** The mail server took nothing for certain: the day is free again, and is tried again a little later. */
async function giveBack({ row }: Claim, now: number): Promise<void> {
  await pool.query(
    `UPDATE reminders SET sent_day = $3, sent_at = $4, unanswered = $5, look_at = $6
     WHERE user_id = $1 AND sent_at = $2`,
    [row.user_id, new Date(now), row.sent_day, row.sent_at, row.unanswered, new Date(now + RETRY_MS)],
  )
}
