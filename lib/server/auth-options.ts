import 'server-only'
import { headers } from 'next/headers'
import type { AuthOptions } from 'next-auth'
import { dropUnprovenAccess, judgeProviderLogin } from './account-linking'
import { countAttempt, limits } from './attempts'
import { authAdapter } from './auth-adapter'
import { authProviders } from './auth-providers'
import { clientAddress } from './client-address'
import { env } from './env'
import { log } from './log'
import { ownPath } from './own-path'
import { findSession } from './session'
import { COOKIE_MAX_AGE_S, isSecure, sealSession, sessionCookie, unsealSession } from './session-cookie'
import { closeSession, findSessionUser, openSession } from './sessions'

// next-auth takes its own address from here and nowhere else; a Host header must not decide where a link leads.
process.env.NEXTAUTH_URL = env.NEXTAUTH_URL

/** next-auth's set-up. The cookie is its token, and all that the token says is which session row it is. */
export function authOptions(providers: AuthOptions['providers'] = authProviders()): AuthOptions {
  return {
    adapter: authAdapter,
    providers,
    secret: env.NEXTAUTH_SECRET,
    useSecureCookies: isSecure,
    cookies: { sessionToken: sessionCookie },
    pages: { signIn: '/sign-in', error: '/sign-in', verifyRequest: '/check-mail' },
    session: { strategy: 'jwt', maxAge: COOKIE_MAX_AGE_S },
    jwt: {
      maxAge: COOKIE_MAX_AGE_S,
      encode: ({ token }) => sealSession(String(token?.session)),
      decode: readToken,
    },
    callbacks: {
      signIn: judge,
      redirect: ({ url, baseUrl }) =>
        baseUrl + ownPath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url),
      async jwt({ token, user, account }) {
        if (!user) return token
        return { session: await replaceSession(user.id, account?.provider ?? 'password') }
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.session === 'string') await closeSession(token.session)
      },
    },
    logger: {
      error(code, metadata) {
        // A cookie whose session was closed is a signed-out visitor.
        if (code === 'JWT_SESSION_ERROR') return
        const error = metadata instanceof Error ? metadata : metadata.error
        log.error('sign_in_failed', { code, error })
      },
      warn: (code) => log.warn('sign_in_warning', { code }),
      debug: () => {},
    },
  }
}

const judge: NonNullable<AuthOptions['callbacks']>['signIn'] = async ({ user, account, profile, email }) => {
  if (account?.type === 'oauth') {
    const { email: address, email_verified: emailVerified } = profile as Record<string, unknown>
    const refusal = await judgeProviderLogin({
      provider: account.provider,
      providerAccountId: account.providerAccountId,
      email: address,
      emailVerified: emailVerified === true,
    })
    return refusal === null || `/sign-in?error=${refusal}`
  }
  if (account?.type === 'email' && email?.verificationRequest) {
    const wait = Math.max(
      await countAttempt(limits.mailAddress, clientAddress(await headers())),
      await countAttempt(limits.mailAccount, String(user.email)),
    )
    return wait === 0 || `/sign-in?error=too_many:${wait}`
  }
  if (account?.type === 'email') await dropUnprovenAccess(String(user.email))
  return true
}

/** Only a session that still stands is a token; next-auth then sees a closed one as signed out. */
async function readToken({ token }: { token?: string }) {
  const session = await unsealSession(token)
  const user = session && (await findSessionUser(session))
  return user ? { session, sub: user } : null
}

/** Whoever signs in gets a session of their own making; the one this browser had ends. */
async function replaceSession(user: string, openedBy: string): Promise<string> {
  const before = await findSession()
  if (before) await closeSession(before.id)
  return openSession(user, openedBy === 'credentials' ? 'password' : openedBy)
}
