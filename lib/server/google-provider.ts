import 'server-only'
import GoogleProvider from 'next-auth/providers/google'

/** Google as a provider; all its addresses and keys come from the discovery document of its site. */
export function googleProvider(clientId: string, clientSecret: string, site = 'https://accounts.google.com') {
  return GoogleProvider({ clientId, clientSecret, wellKnown: `${site}/.well-known/openid-configuration` })
}
