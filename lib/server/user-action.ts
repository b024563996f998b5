import 'server-only'
import type { ZodType, z } from 'zod'
import { fail, type Result } from '../result'
import { fieldFaults } from './field-faults'
import { type CurrentSession, findSession, type UserId } from './session'

/**
 * The one way to write a server action: session, then schema, then work, in that order, once. Takes a
 * plain value or a FormData (text fields by name). Where the request comes from is Next's own check:
 * it refuses an action whose Origin is not its Host. What `work` throws is a bug: it reaches error.tsx
 * and the log, never the reader.
 */
export function userAction<S extends ZodType, T>(
  schema: S,
  work: (user: UserId, input: z.output<S>, session: CurrentSession) => Promise<Result<T>>,
): (raw: unknown) => Promise<Result<T>> {
  return async (raw) => {
    const session = await findSession()
    if (!session) return fail('unauthenticated', 'You are signed out. Sign in and try again.')
    const parsed = schema.safeParse(plain(raw))
    if (!parsed.success) return fail('invalid', undefined, fieldFaults(parsed.error))
    return work(session.user, parsed.data, session)
  }
}

/** The same for the few actions that a signed-out visitor may do: sign up, sign in. */
export function openAction<S extends ZodType, T>(
  schema: S,
  work: (input: z.output<S>) => Promise<Result<T>>,
): (raw: unknown) => Promise<Result<T>> {
  return async (raw) => {
    const parsed = schema.safeParse(plain(raw))
    if (!parsed.success) return fail('invalid', undefined, fieldFaults(parsed.error))
    return work(parsed.data)
  }
}

/** A form's text fields as an object; Next's own hidden fields ($ACTION_…) are not the form's. */
function plain(raw: unknown): unknown {
  if (!(raw instanceof FormData)) return raw
  return Object.fromEntries([...raw].filter(([name]) => !name.startsWith('$ACTION')))
}
