import { z } from 'zod'
import { addDays, daysBetween, type LocalDay, localDay, startOfDay } from './day'

/** So many reminders in a row that led to no review come day by day… */
export const DAILY_REMINDERS = 3
/** …those after them this many days apart… */
export const REST_DAYS = 7
/** …and after so many no further one is sent before the learner has reviewed again. */
export const MOST_UNANSWERED = 5
/** A server that was away at the hour may still send so much later; then the day goes without. */
const LATEST_MS = 3 * 3_600_000
const HOUR_MS = 3_600_000

/** A whole number as a form holds it. */
function typed(least: number, most: number) {
  const error = `Choose a whole number from ${least} to ${most}.`
  return z
    .string({ error })
    .trim()
    .regex(/^\d{1,3}$/, error)
    .transform(Number)
    .pipe(z.number().min(least, error).max(most, error))
}

/** When a learner wants to be reminded, as their form says it. */
export const reminderInput = z.object({
  isOn: z
    .literal('on')
    .optional()
    .transform((box) => box === 'on'),
  /** Hour 0..23 of the wall clock in the learner's zone. */
  hour: typed(0, 23),
  /** With fewer cards due there is no reminder. */
  leastDue: typed(1, 200),
})

export type ReminderInput = z.output<typeof reminderInput>

/** What stands in the form of someone who was never reminded. */
export const defaultReminder: ReminderInput = { isOn: false, hour: 8, leastDue: 5 }

/** The hour of a reminder, and what makes a learner's day. */
export interface ReminderHour {
  zone: string
  dayStartsAt: number
  hour: number
}

/**
 * The instant (ms) at which a reminder of that day is due. An hour before the day's start belongs to the night
 * that ends the day. Where clocks skip the hour and with it the rest of the day, the reminder comes an hour before
 * the day's end: it may never fall into the next day, which has one of its own.
 */
export function remindAt(day: LocalDay, { zone, dayStartsAt, hour }: ReminderHour): number {
  const next = addDays(day, 1)
  const at = startOfDay(hour >= dayStartsAt ? day : next, zone, hour)
  return Math.min(at, startOfDay(next, zone, dayStartsAt) - HOUR_MS)
}

/** Whether now (ms) is the time for the reminder of the day that now lies in. */
export function isTimeToRemind(now: number, when: ReminderHour): boolean {
  const at = remindAt(localDay(now, when.zone, when.dayStartsAt), when)
  return at <= now && now < at + LATEST_MS
}

/** The next instant (ms), later than now, at which a reminder may be due. */
export function nextReminderAt(now: number, when: ReminderHour): number {
  const today = localDay(now, when.zone, when.dayStartsAt)
  const at = remindAt(today, when)
  return at > now ? at : remindAt(addDays(today, 1), when)
}

/** What is known of a learner at the hour of their reminder. */
export interface ReminderCase {
  today: LocalDay
  /** The day of their last review; null before the first. */
  lastDay: LocalDay | null
  /** Cards that they would be asked today. */
  due: number
  leastDue: number
  isOnVacation: boolean
  /** The day of the last reminder, and how many stood without a review when it was sent, that one included. */
  sentDay: LocalDay | null
  unanswered: number
}

/** Whether a reminder is worth sending, and how many will stand without a review: with this one, where it is. */
export function judgeReminder(learner: ReminderCase): { isWorth: boolean; unanswered: number } {
  const { today, lastDay, sentDay } = learner
  const isAnswered = sentDay === null || (lastDay !== null && lastDay >= sentDay)
  const before = isAnswered ? 0 : learner.unanswered
  const isRested =
    sentDay === null || daysBetween(sentDay, today) >= (before < DAILY_REMINDERS ? 1 : REST_DAYS)
  const isWorth =
    learner.due >= learner.leastDue &&
    !learner.isOnVacation &&
    (lastDay === null || lastDay < today) &&
    before < MOST_UNANSWERED &&
    isRested
  return { isWorth, unanswered: isWorth ? before + 1 : before }
}

/** What a reminder says about the next one, where nobody has answered the last few; null where that is nothing. */
export function backingOffWords(unanswered: number): string | null {
  if (unanswered >= MOST_UNANSWERED)
    return 'This is the last reminder for now. They go on once you have reviewed again.'
  if (unanswered >= DAILY_REMINDERS)
    return 'You have not reviewed since the last few reminders, so the next one comes in a week.'
  return null
}
