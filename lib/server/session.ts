import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { ownPath } from './own-path'
import { sessionCookieName, unsealSession } from './session-cookie'
import { findSessionUser } from './sessions'
import type { UserId } from './user-id'

export type { UserId } from './user-id'

export interface CurrentSession {
  readonly id: string
  readonly user: UserId
}

/** The session of this request: the row that the cookie names, looked up once a request. */
export const findSession: () => Promise<CurrentSession | null> = cache(async () => {
  const id = await unsealSession((await cookies()).get(sessionCookieName)?.value)
  if (!id) return null
  const user = await findSessionUser(id)
  return user === null ? null : { id, user: user as UserId }
})

/** The signed-in learner, or null. */
export async function findUser(): Promise<UserId | null> {
  return (await findSession())?.user ?? null
}

/**
 * The signed-in learner; anyone else is sent to sign in, and comes back to `from` afterwards (a path
 * of ours; left out, the path that the proxy noted on the request).
 */
export async function requireUser(from?: string): Promise<UserId> {
  const user = await findUser()
  if (user) return user
  const path = ownPath(from ?? (await headers()).get('x-path'))
  redirect(path === '/' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(path)}`)
}
