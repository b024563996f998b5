import 'server-only'
import { isDatabaseDown } from './database-down'
import { log } from './log'
import { canMail } from './mail'
import { sendReminders } from './send-reminders'

/** How long after one look the next follows: a reminder comes at most so late. */
const PAUSE_MS = 15_000

const shared = globalThis as typeof globalThis & { spanwiseReminders?: true }

/**
 * Looks from now on, for as long as the process lives, whether a reminder is due. Does nothing where this server
 * sends no mail. A timer that keeps no process alive; on a signal to end no further look begins. Called from
 * instrumentation.ts.
 */
export function startReminders(): void {
  if (!canMail || shared.spanwiseReminders) return
  shared.spanwiseReminders = true
  let isEnding = false
  const end = () => {
    isEnding = true
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end)
  const look = async () => {
    if (isEnding) return
    try {
      await sendReminders(Date.now())
    } catch (error) {
      if (isDatabaseDown(error)) log.warn('database_unavailable', { error })
      else log.error('reminders_failed', { error })
    }
    setTimeout(look, PAUSE_MS).unref()
  }
  setTimeout(look, 0).unref()
}
