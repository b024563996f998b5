import { z } from 'zod'
import { isZone } from './day'

/** How a learner wants to review: their zone and day, their buttons, and the caps of one session. */
export const settingsInput = z.strictObject({
  /** IANA zone, e.g. Europe/Berlin. */
  zone: z.string().max(64).refine(isZone, 'This is not a time zone we know.'),
  /** Hour 0..23 at which the learner's day begins. */
  dayStartsAt: z.number().int().min(0).max(23),
  /** Forgot and Got it instead of four grades. */
  twoButtons: z.boolean(),
  /** Cards in one session. */
  sessionCards: z.number().int().min(5).max(200),
  /** Minutes in one session. */
  sessionMinutes: z.number().int().min(1).max(120),
})

export type Settings = z.output<typeof settingsInput>
