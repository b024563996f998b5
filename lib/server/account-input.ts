import 'server-only'
import { z } from 'zod'
import { isZone } from '../review/day'
import { ownPath } from './own-path'

/** An e-mail address as we store it: trimmed and in lower case. */
export const emailInput = z
  .string({ error: 'Enter your e-mail address.' })
  .trim()
  .toLowerCase()
  .min(1, 'Enter your e-mail address.')
  .max(254, 'This address is too long.')
  .pipe(z.email('Enter an address like name@example.com.'))

/** A password as typed. Its strength is judged only where one is chosen. */
export const passwordInput = z
  .string({ error: 'Enter your password.' })
  .min(1, 'Enter your password.')
  .max(1000, 'This password is too long.')

/** A place of ours to go to afterwards. */
const from = z
  .unknown()
  .default('')
  .transform((value) => ownPath(value))

/** The zone that the browser says it is in; UTC where it says nothing that we know. */
const zone = z
  .unknown()
  .default('')
  .transform((value) => (isZoneName(value) ? value : 'UTC'))

/** What people call themselves: no line breaks, nothing invisible. */
export const nameInput = z
  .string()
  .trim()
  .max(80, 'Use at most 80 characters.')
  .regex(/^[^\p{C}]*$/u, 'This name has characters that cannot be shown.')

export const signInInput = z.object({ email: emailInput, password: passwordInput, from })

export const signUpInput = z.object({ email: emailInput, password: passwordInput, from, zone })

export const emailLinkInput = z.object({ email: emailInput, from, zone })

export const providerInput = z.object({ provider: z.enum(['github', 'google']), from, zone })

export const changePasswordInput = z.object({
  current: z.string().max(1000, 'This password is too long.').default(''),
  password: z
    .string({ error: 'Enter a new password.' })
    .min(1, 'Enter a new password.')
    .max(1000, 'This password is too long.'),
})

export const deleteAccountInput = z.object({
  password: z.string().max(1000, 'This password is too long.').default(''),
  email: z.string().trim().toLowerCase().max(254).default(''),
})

/** The settings page's form: what the learner is called. */
export const profileInput = z.object({ name: nameInput })

/** Whether it names an IANA time zone that this server knows. */
export function isZoneName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 64 && isZone(value)
}
