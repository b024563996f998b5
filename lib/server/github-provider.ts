import 'server-only'
import GitHubProvider, { type GithubProfile } from 'next-auth/providers/github'

interface GitHubEmail {
  email: string
  primary: boolean
  verified: boolean
}

const gitHub = { site: 'https://github.com', api: 'https://api.github.com' }

/**
 * GitHub as a provider whose profile says whether its e-mail is proven: GitHub's own profile does not,
 * the list of e-mails does, and only the primary one counts. No proven one: no e-mail at all.
 */
export function githubProvider(clientId: string, clientSecret: string, { site, api } = gitHub) {
  return GitHubProvider({
    clientId,
    clientSecret,
    authorization: { url: `${site}/login/oauth/authorize`, params: { scope: 'read:user user:email' } },
    token: `${site}/login/oauth/access_token`,
    userinfo: {
      url: `${api}/user`,
      async request({ client, tokens }) {
        const profile = await client.userinfo<GithubProfile>(tokens.access_token!)
        const response = await fetch(`${api}/user/emails`, {
          headers: { authorization: `Bearer ${tokens.access_token}`, accept: 'application/vnd.github+json' },
        })
        const emails = response.ok ? ((await response.json()) as GitHubEmail[]) : []
        const primary = emails.find((email) => email.primary && email.verified)
        return { ...profile, email: primary?.email, email_verified: primary !== undefined }
      },
    },
  })
}
