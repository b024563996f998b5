import 'server-only'
import { headers } from 'next/headers'
import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import EmailProvider from 'next-auth/providers/email'
import GitHubProvider, { type GithubProfile } from 'next-auth/providers/github'
import GoogleProvider from 'next-auth/providers/google'
import { emailInput, signInInput } from './account-input'
import { clientAddress } from './client-address'
import { checkCredentials } from './credentials'
import { env } from './env'
import { canMail, LINK_MINUTES, sendSignInLink } from './mail'

export type ProviderName = 'github' | 'google'

/** The providers that the environment sets up, in the order in which a page offers them. */
export function listProviders(): ProviderName[] {
  return [...(env.GITHUB_ID ? ['github' as const] : []), ...(env.GOOGLE_ID ? ['google' as const] : [])]
}

export function authProviders(): AuthOptions['providers'] {
  const providers: AuthOptions['providers'] = [credentials]
  if (canMail) providers.push(emailLink())
  if (env.GITHUB_ID) providers.push(github(env.GITHUB_ID, env.GITHUB_SECRET ?? ''))
  if (env.GOOGLE_ID)
    providers.push(GoogleProvider({ clientId: env.GOOGLE_ID, clientSecret: env.GOOGLE_SECRET ?? '' }))
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

interface GitHubEmail {
  email: string
  primary: boolean
  verified: boolean
}

/** GitHub's profile does not say whether its e-mail is proven; the list of e-mails does. */
function github(clientId: string, clientSecret: string) {
  return GitHubProvider({
    clientId,
    clientSecret,
    userinfo: {
      url: 'https://api.github.com/user',
      async request({ client, tokens }) {
        const profile = await client.userinfo<GithubProfile>(tokens.access_token!)
        const response = await fetch('https://api.github.com/user/emails', {
          headers: { authorization: `Bearer ${tokens.access_token}`, accept: 'application/vnd.github+json' },
        })
        const emails = response.ok ? ((await response.json()) as GitHubEmail[]) : []
        const primary = emails.find((email) => email.primary && email.verified)
        return { ...profile, email: primary?.email, email_verified: primary !== undefined }
      },
    },
  })
}
