import 'server-only'
import { fail, ok, type Result } from '../result'
import { clearAttempts, countAttempt, limits } from './attempts'
import { database } from './database'
import { hashPassword, isOutdated, verifyPassword } from './passwords'
import { tooMany } from './too-many'

/**
 * Whose e-mail and password these are. An unknown e-mail, an account without a password and a wrong
 * password get one answer after the same work. Attempts are counted before anything is compared, for
 * the e-mail as typed, so that the limit says nothing about who has an account either.
 */
export async function checkCredentials(
  email: string,
  password: string,
  address: string,
): Promise<Result<{ id: string; email: string }>> {
  const waits = [
    await countAttempt(limits.signInAddress, address),
    await countAttempt(limits.signInAccount, email),
  ]
  const wait = Math.max(...waits)
  if (wait > 0) return tooMany(wait)
  const user = await database.user.findUnique({ where: { email }, select: { id: true, passwordHash: true } })
  const matches = await verifyPassword(user?.passwordHash ?? null, password)
  if (!user?.passwordHash || !matches)
    return fail('unauthenticated', 'This e-mail and password do not match.')
  await clearAttempts(limits.signInAccount, email)
  if (isOutdated(user.passwordHash))
    await database.user.updateMany({
      where: { id: user.id, passwordHash: user.passwordHash },
      data: { passwordHash: await hashPassword(password) },
    })
  return ok({ id: user.id, email })
}
