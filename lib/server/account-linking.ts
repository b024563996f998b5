import 'server-only'
import { emailInput } from './account-input'
import { database } from './database'
import { findSession } from './session'

export interface ProviderLogin {
  provider: string
  providerAccountId: string
  email: unknown
  /** Whether the provider itself says that the e-mail is proven. */
  emailVerified: boolean
}

export type LinkRefusal = 'ProviderEmail' | 'OAuthAccountNotLinked' | 'AlreadySignedIn'

/**
 * Whether a login at a provider may sign in here, decided before next-auth acts on it; null says yes.
 * A known login is its account's. A new one is let in by its e-mail alone, which takes proof on both
 * sides: the provider's word that the address is this person's, and a link that was once opened in our
 * account's mailbox. With less, whoever signed up first with somebody else's address would share
 * their account (docs/decisions on linking).
 */
export async function judgeProviderLogin(login: ProviderLogin): Promise<LinkRefusal | null> {
  const { provider, providerAccountId } = login
  const session = await findSession()
  const known = await database.account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { userId: true },
  })
  if (session && session.user !== known?.userId) return 'AlreadySignedIn'
  if (known) return null
  const email = emailInput.safeParse(login.email)
  if (!login.emailVerified || !email.success) return 'ProviderEmail'
  const owner = await database.user.findUnique({
    where: { email: email.data },
    select: { id: true, emailVerifiedAt: true },
  })
  if (!owner) return null
  if (!owner.emailVerifiedAt) return 'OAuthAccountNotLinked'
  await database.account.create({ data: { userId: owner.id, type: 'oauth', provider, providerAccountId } })
  return null
}

/**
 * A link opened in the mailbox proves the address for the first time: what came in before that proof
 * (a password, links to providers, sessions) may be another's, who signed up with this address, and
 * goes. It stays where this very browser is signed in to the account, and so has both.
 */
export async function dropUnprovenAccess(email: string): Promise<void> {
  const session = await findSession()
  const user = await database.user.findUnique({
    where: { email },
    select: { id: true, emailVerifiedAt: true },
  })
  if (!user || user.emailVerifiedAt || session?.user === user.id) return
  await database.$transaction([
    database.user.update({ where: { id: user.id }, data: { passwordHash: null } }),
    database.account.deleteMany({ where: { userId: user.id } }),
    database.session.deleteMany({ where: { userId: user.id } }),
  ])
}
