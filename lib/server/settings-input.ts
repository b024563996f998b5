import 'server-only'
import { z } from 'zod'
import { planInput, settingsInput } from '../review/settings'
import type { WishedSettings } from './settings-changes'

const { zone, dayStartsAt, sessionCards, sessionMinutes, newPerDay, reviewsPerDay } = settingsInput.shape
const easyDay = planInput.shape.easyDays.element.catch('normal')

/** A number as a form holds it; what is none reaches the schema behind as NaN, for it to say what it wants. */
const typedNumber = z
  .unknown()
  .default('')
  .transform((typed) => {
    if (typeof typed === 'number') return typed
    return typeof typed === 'string' && typed.trim() !== '' ? Number(typed) : Number.NaN
  })

const checkbox = z
  .union([z.literal('on'), z.literal('true'), z.literal('false'), z.boolean()])
  .default(false)
  .transform((value) => value === true || value === 'on' || value === 'true')

const typedDay = z.string().trim().max(10).default('')

/** The form of the review settings: text from inputs, each checked under its own name. It leaves the weights as they are. */
export const settingsForm = z
  .object({
    zone,
    dayStartsAt: typedNumber.pipe(dayStartsAt),
    twoButtons: checkbox,
    sessionCards: typedNumber.pipe(sessionCards),
    sessionMinutes: typedNumber.pipe(sessionMinutes),
    newPerDay: typedNumber.pipe(newPerDay),
    reviewsPerDay: typedNumber.pipe(reviewsPerDay),
    /** In per cent, as the form shows it. */
    retention: typedNumber.transform((percent) => Math.round(percent) / 100).pipe(planInput.shape.retention),
    maximumInterval: typedNumber.pipe(planInput.shape.maximumInterval),
    easy0: easyDay,
    easy1: easyDay,
    easy2: easyDay,
    easy3: easyDay,
    easy4: easyDay,
    easy5: easyDay,
    easy6: easyDay,
    vacationFrom: typedDay,
    vacationTo: typedDay,
  })
  .transform((form, context): WishedSettings => {
    const { retention, maximumInterval, vacationFrom, vacationTo, ...rest } = form
    const { easy0, easy1, easy2, easy3, easy4, easy5, easy6, ...plain } = rest
    const isHome = vacationFrom === '' && vacationTo === ''
    const vacation = planInput.shape.vacation.safeParse(
      isHome ? null : { from: vacationFrom, to: vacationTo },
    )
    if (!vacation.success) {
      const [issue] = vacation.error.issues
      const field = issue?.path[0] === 'from' ? 'vacationFrom' : 'vacationTo'
      context.addIssue({ code: 'custom', path: [field], message: issue?.message ?? 'Choose two days.' })
      return z.NEVER
    }
    const plan = {
      retention,
      maximumInterval,
      easyDays: [easy0, easy1, easy2, easy3, easy4, easy5, easy6],
      vacation: vacation.data,
    }
    return { ...plain, plan }
  })
