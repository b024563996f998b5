import { z } from 'zod'
import { isZone } from './day'

/** How a learner wants to review: their zone and day, their buttons, and the caps of one session. */
export const settingsInput = z.strictObject({
  /** IANA zone, e.g. Europe/Berlin. */
  zone: z.string().max(64).refine(isZone, 'This is not a time zone we know.'),
  /** Hour 0..23 at which the learner's day begins. */
  dayStartsAt: whole(0, 23),
  /** Forgot and Got it instead of four grades. */
  twoButtons: z.boolean(),
  /** Cards in one session. */
  sessionCards: whole(5, 200),
  /** Minutes in one session. */
  sessionMinutes: whole(1, 120),
})

export type Settings = z.output<typeof settingsInput>

function whole(least: number, most: number) {
  const error = `Choose a whole number from ${least} to ${most}.`
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error })
}
