import 'server-only'
import type { Adapter, AdapterUser } from 'next-auth/adapters'
import { database } from './database'
import { Prisma } from './generated/client'
import { findKeptZone } from './zone-cookie'

const columns = { id: true, email: true, name: true, image: true, emailVerifiedAt: true } as const

/**
 * What next-auth needs of the database for providers and e-mail links. Sessions are not here: ours are
 * opened in auth-options.ts. No token of a provider is kept, for nothing is asked of it later.
 */
export const authAdapter: Adapter = {
  /** Only proven addresses come here: by a link sent there, or by a provider that vouches (account-linking.ts). */
  async createUser(profile: Omit<AdapterUser, 'id'>) {
    const zone = await findKeptZone()
    const user = await database.user.create({
      data: {
        email: profile.email.toLowerCase(),
        emailVerifiedAt: new Date(),
        name: profile.name?.slice(0, 80) ?? null,
        ...(zone && { zone }),
      },
      select: columns,
    })
    return present(user)
  },
  async getUser(id) {
    return presentOrNull(await database.user.findUnique({ where: { id }, select: columns }))
  },
  async getUserByEmail(email) {
    const where = { email: email.toLowerCase() }
    return presentOrNull(await database.user.findUnique({ where, select: columns }))
  },
  async getUserByAccount({ provider, providerAccountId }) {
    const found = await database.account.findUnique({
      where: { provider_providerAccountId: { provider, providerAccountId } },
      select: { user: { select: columns } },
    })
    return presentOrNull(found?.user ?? null)
  },
  /** next-auth changes one thing of a user: that a link has proven the e-mail. */
  async updateUser({ id, emailVerified }) {
    const data = emailVerified ? { emailVerifiedAt: emailVerified } : {}
    return present(await database.user.update({ where: { id }, data, select: columns }))
  },
  async linkAccount({ userId, type, provider, providerAccountId }: Record<string, unknown>) {
    await database.account.create({
      data: {
        userId: String(userId),
        type: String(type),
        provider: String(provider),
        providerAccountId: String(providerAccountId),
      },
    })
  },
  /** The token arrives hashed with the secret. Each new one clears away those that have expired. */
  async createVerificationToken({ identifier, token, expires }) {
    await database.verificationToken.deleteMany({ where: { expires: { lte: new Date() } } })
    return database.verificationToken.create({ data: { identifier, token, expires } })
  },
  /** Deleting is using: of two that come at once, one finds the row. */
  async useVerificationToken({ identifier, token }) {
    try {
      return await database.verificationToken.delete({ where: { identifier_token: { identifier, token } } })
    } catch (error) {
      if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2025') return null
      throw error
    }
  },
}

type Row = Prisma.UserGetPayload<{ select: typeof columns }>

function present({ emailVerifiedAt, ...user }: Row): AdapterUser {
  return { ...user, emailVerified: emailVerifiedAt }
}

function presentOrNull(user: Row | null): AdapterUser | null {
  return user && present(user)
}
