import { z } from 'zod'
import { apiScopes } from './api-scope'

/** Days for which a token may be made to work; 0 until it is revoked. */
export const tokenDays = [0, 30, 90, 365] as const

/** A token as its learner asks for it. A form gives each scope as a box of its own name. */
export const createTokenInput = z
  .object({
    name: z
      .string()
      .trim()
      .min(1, 'Give it a name.')
      .max(60, 'Use at most 60 characters.')
      .regex(/^\P{Cc}*$/u),
    days: z.coerce
      .number()
      .refine((days) => (tokenDays as readonly number[]).includes(days), 'Choose a time.'),
    ...Object.fromEntries(apiScopes.map((scope) => [scope, z.literal('on').optional()])),
  })
  .transform((fields, context) => {
    const { name, days } = fields as { name: string; days: number }
    const scopes = apiScopes.filter((scope) => (fields as Record<string, unknown>)[scope] === 'on')
    if (scopes.length === 0)
      context.addIssue({ code: 'custom', path: ['scopes'], message: 'Choose at least one thing it may do.' })
    return { name, days, scopes }
  })

/** One token, named. */
export const revokeTokenInput = z.object({ id: z.uuid() })
