import 'server-only'
import { cookies } from 'next/headers'
import { findSession } from './session'
import { sessionCookie } from './session-cookie'
import { closeSession } from './sessions'

/** Closes this browser's session, and takes its cookie away. */
export async function forgetBrowser(): Promise<void> {
  const session = await findSession()
  if (session) await closeSession(session.id)
  await dropCookie()
}

/** Takes the session cookie from this browser. A `__Host-` cookie is only overwritten by its own attributes. */
export async function dropCookie(): Promise<void> {
  ;(await cookies()).set(sessionCookie.name, '', { ...sessionCookie.options, maxAge: 0 })
}
