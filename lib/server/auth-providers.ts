import 'server-only'
import { headers } from 'next/headers'
import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import EmailProvider from 'next-auth/providers/email'
import { emailInput, signInInput } from './account-input'
import { clientAddress } from './client-address'
import { checkCredentials } from './credentials'
import { env } from './env'
import { githubProvider } from './github-provider'
import { googleProvider } from './google-provider'
import { canMail, LINK_MINUTES, sendSignInLink } from './mail'

export type ProviderName = 'github' | 'google'

/** The providers that the environment sets up, in the order in which a page offers them. */
export function listProviders(): ProviderName[] {
  return [...(env.GITHUB_ID ? ['github' as const] : []), ...(env.GOOGLE_ID ? ['google' as const] : [])]
}

/** Password always; the others where their settings are given. */
export function authProviders(): AuthOptions['providers'] {
  const providers: AuthOptions['providers'] = [credentials]
  if (canMail) providers.push(emailLink())
  if (env.GITHUB_ID) providers.push(githubProvider(env.GITHUB_ID, env.GITHUB_SECRET ?? ''))
  if (env.GOOGLE_ID) providers.push(googleProvider(env.GOOGLE_ID, env.GOOGLE_SECRET ?? ''))
  return providers
}

const credentials = CredentialsProvider({
  credentials: { email: { type: 'email' }, password: { type: 'password' } },
  async authorize(raw) {
    const input = signInInput.safeParse(raw)
    if (!input.success) return null
    const { email, password } = input.data
    const result = await checkCredentials(email, password, clientAddress(await headers()))
    if (result.ok) return result.value
    // next-auth carries an error's message, and nothing else, to the page.
    if (result.code === 'too_many') throw new Error(`too_many:${result.retryAfterS}`)
    return null
  },
})

function emailLink() {
  return EmailProvider({
    server: env.EMAIL_SERVER,
    from: env.EMAIL_FROM,
    maxAge: LINK_MINUTES * 60,
    normalizeIdentifier: (typed) => emailInput.parse(typed),
    sendVerificationRequest: ({ identifier, url }) => sendSignInLink(identifier, url),
  })
}
