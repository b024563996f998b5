import { z } from 'zod'
import { isDay, isZone, type LocalDay } from './day'
import { boundWeights } from './memory'
import { easyDayKinds } from './plan'

const day = z
  .string()
  .refine(isDay, 'Choose a day.')
  .transform((text) => text as LocalDay)

/** No vacation is longer, in days. */
export const LONGEST_VACATION_DAYS = 120

/** Weights as `boundWeights` makes them, and no others. */
export const weightsInput = z
  .array(z.number())
  .refine(
    (weights) => boundWeights(weights)?.every((weight, place) => weight === weights[place]) ?? false,
    'These are no weights of FSRS-6.',
  )
  .readonly()

/** What moves due days: see Plan. */
export const planInput = z.strictObject({
  retention: z
    .number({ error: 'Choose a number from 0.70 to 0.97.' })
    .min(0.7, 'Choose a number from 0.70 to 0.97.')
    .max(0.97, 'Choose a number from 0.70 to 0.97.'),
  maximumInterval: whole(7, 3650),
  easyDays: z.array(z.enum(easyDayKinds)).length(7),
  vacation: z
    .strictObject({ from: day, to: day })
    .refine(({ from, to }) => from <= to, 'The vacation ends before it begins.')
    .refine(
      ({ from, to }) => Date.parse(to) - Date.parse(from) < LONGEST_VACATION_DAYS * 86_400_000,
      `A vacation has at most ${LONGEST_VACATION_DAYS} days.`,
    )
    .nullable(),
  /** Not in a plan that was stored before there were any. */
  weights: weightsInput.nullable().default(null),
})

/** How a learner wants to review: their zone and day, their buttons, the caps of a day and of one session. */
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
  /** Cards met for the first time in one day. */
  newPerDay: whole(0, 200),
  /** Cards reviewed in one day. */
  reviewsPerDay: whole(5, 2000),
  plan: planInput,
})

export type Settings = z.output<typeof settingsInput>

function whole(least: number, most: number) {
  const error = `Choose a whole number from ${least} to ${most}.`
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error })
}
