import 'server-only'
import { fail, ok, type Result } from '../result'
import { clearAttempts, countAttempt, limits } from './attempts'
import { database } from './database'
import { Prisma } from './generated/client'
import { findPasswordFault } from './password-strength'
import { hashPassword, verifyPassword } from './passwords'
import type { CurrentSession } from './session'
import { closeSessions } from './sessions'
import { tooMany } from './too-many'
import type { UserId } from './user-id'

/** A link by e-mail has proven the mailbox; for this long a new password needs no old one. */
const FRESH_LINK_MS = 15 * 60_000

export interface NewAccount {
  email: string
  password: string
  zone: string
}

/** Makes an account with a password. Its e-mail counts as unproven until a link sent there is opened. */
export async function createAccount({ email, password, zone }: NewAccount): Promise<Result<{ id: string }>> {
  const fault = findPasswordFault(password, email)
  if (fault) return fail('invalid', undefined, { password: fault })
  const passwordHash = await hashPassword(password)
  try {
    return ok(await database.user.create({ data: { email, passwordHash, zone }, select: { id: true } }))
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return fail('conflict', undefined, {
      email: 'There is an account with this e-mail already. Sign in instead.',
    })
  }
}

export interface AccountView {
  email: string
  name: string
  hasPassword: boolean
  /** Whether a new password can be set without the current one: there is none, or a link was just opened. */
  mayResetPassword: boolean
  providers: string[]
  /** Browsers signed in at present. */
  sessions: number
}

/** What the settings page shows of the account. */
export async function getAccount(session: CurrentSession): Promise<AccountView> {
  const user = await database.user.findUniqueOrThrow({
    where: { id: session.user },
    select: {
      email: true,
      name: true,
      passwordHash: true,
      accounts: { select: { provider: true }, orderBy: { provider: 'asc' } },
      _count: { select: { sessions: { where: { expiresAt: { gt: new Date() } } } } },
    },
  })
  return {
    email: user.email,
    name: user.name ?? '',
    hasPassword: user.passwordHash !== null,
    mayResetPassword: user.passwordHash === null || (await hasFreshLink(session)),
    providers: user.accounts.map(({ provider }) => provider),
    sessions: user._count.sessions,
  }
}

/** What the learner is called. */
export async function changeProfile(user: UserId, { name }: { name: string }): Promise<void> {
  await database.user.update({ where: { id: user }, data: { name: name === '' ? null : name } })
}

/** Sets a new password after the current one was given, and signs out every other browser. */
export async function changePassword(
  session: CurrentSession,
  { current, password }: { current: string; password: string },
): Promise<Result<{ signedOut: number }>> {
  const user = await database.user.findUniqueOrThrow({
    where: { id: session.user },
    select: { email: true, passwordHash: true },
  })
  if (user.passwordHash !== null && !(await hasFreshLink(session))) {
    const refusal = await confirmPassword(session.user, user.passwordHash, current, 'current')
    if (refusal) return refusal
  }
  const fault = findPasswordFault(password, user.email)
  if (fault) return fail('invalid', undefined, { password: fault })
  await database.user.update({
    where: { id: session.user },
    data: { passwordHash: await hashPassword(password) },
  })
  return ok({ signedOut: await closeSessions(session.user, session.id) })
}

/**
 * Deletes the account and, by the database's cascade, everything in it: progress, reviews, card states,
 * sessions, links to providers. Asks for the password, or where there is none for the e-mail, typed out.
 */
export async function deleteAccount(
  user: UserId,
  { password, email }: { password: string; email: string },
): Promise<Result<null>> {
  const account = await database.user.findUniqueOrThrow({
    where: { id: user },
    select: { email: true, passwordHash: true },
  })
  if (account.passwordHash !== null) {
    const refusal = await confirmPassword(user, account.passwordHash, password, 'password')
    if (refusal) return refusal
  } else if (email !== account.email) {
    return fail('invalid', undefined, { email: 'Type your e-mail address exactly as shown.' })
  }
  await database.$transaction([
    database.verificationToken.deleteMany({ where: { identifier: account.email } }),
    database.user.deleteMany({ where: { id: user } }),
  ])
  return ok(null)
}

async function confirmPassword(user: UserId, hashed: string, password: string, field: string) {
  const wait = await countAttempt(limits.confirmAccount, user)
  if (wait > 0) return tooMany(wait)
  if (!(await verifyPassword(hashed, password)))
    return fail('invalid', undefined, { [field]: 'This is not your current password.' })
  await clearAttempts(limits.confirmAccount, user)
  return null
}

async function hasFreshLink(session: CurrentSession): Promise<boolean> {
  const since = new Date(Date.now() - FRESH_LINK_MS)
  const where = { id: session.id, userId: session.user, openedBy: 'email', createdAt: { gt: since } }
  return (await database.session.count({ where })) === 1
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}
