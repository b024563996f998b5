import 'server-only'
import type { CookiesOptions } from 'next-auth'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { env } from './env'

/** Whether the public address is https: cookies are then Secure, and bound to this host by their names. */
export const isSecure = env.NEXTAUTH_URL.startsWith('https:')

/** `__Host-` lets no subdomain and no plain http set this cookie, so that nobody can plant a session of theirs. */
export const sessionCookieName = `${isSecure ? '__Host-' : ''}spanwise-session`

/**
 * The cookie may live as long as browsers let one live; whether it is worth anything is for the row
 * that it names to say. So nothing has to renew the cookie itself.
 */
export const COOKIE_MAX_AGE_S = 400 * 86_400

const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure } as const

export const sessionCookie: CookiesOptions['sessionToken'] = { name: sessionCookieName, options }

const content = z.object({ session: z.uuid() })

/** The cookie's value for a session: its id, encrypted and authenticated by next-auth's own format. */
export function sealSession(session: string): Promise<string> {
  return encode({ token: { session }, secret: env.NEXTAUTH_SECRET, maxAge: COOKIE_MAX_AGE_S })
}

/** The session that a cookie names; null for anything that we did not write. */
export async function unsealSession(value: string | undefined): Promise<string | null> {
  if (!value) return null
  try {
    const token = await decode({ token: value, secret: env.NEXTAUTH_SECRET })
    return content.safeParse(token).data?.session ?? null
  } catch {
    // A forged, foreign or expired value is a signed-out visitor, not an error.
    return null
  }
}
