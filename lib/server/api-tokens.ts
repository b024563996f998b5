import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { fail, ok, type Result } from '../result'
import type { ApiScope } from '../review/api-scope'
import { database } from './database'
import type { UserId } from './user-id'

/** A learner may have this many tokens. */
export const TOKEN_LIMIT = 20
/** The beginning of every token, so that people and scanners of leaked secrets know one when they see it. */
const PREFIX = 'spanwise_'
const DAY_MS = 86_400_000
/** `last used` is written at most this often. */
const USED_MS = 60_000

/**
 * Makes a token and answers it: the only time that it can be seen. `days` 0 for one without an end, `now` in
 * ms. `conflict`: the learner has as many as they may.
 */
export async function createToken(
  user: UserId,
  { name, scopes, days }: { name: string; scopes: ApiScope[]; days: number },
  now: number,
): Promise<Result<{ token: string }>> {
  if ((await database.apiToken.count({ where: { userId: user } })) >= TOKEN_LIMIT)
    return fail('conflict', `You have ${TOKEN_LIMIT} tokens, as many as there may be. Revoke one first.`)
  const token = PREFIX + randomBytes(32).toString('base64url')
  const expiresAt = days === 0 ? null : new Date(now + days * DAY_MS)
  await database.apiToken.create({ data: { userId: user, name, scopes, expiresAt, hash: hashToken(token) } })
  return ok({ token })
}

/** The learner's tokens, the newest first; what they are is not among it. */
export function listTokens(user: UserId) {
  return database.apiToken.findMany({
    where: { userId: user },
    orderBy: { createdAt: 'desc' },
    omit: { hash: true, userId: true },
  })
}

/** Ends a token at once. `not_found`: no such token of the learner's. */
export async function revokeToken(user: UserId, id: string): Promise<Result<null>> {
  const { count } = await database.apiToken.deleteMany({ where: { id, userId: user } })
  return count === 1 ? ok(null) : fail('not_found', 'This token has been revoked already.')
}

/** Whose token this is, and what it may do; null for one that is unknown, revoked or has expired. */
export async function findTokenOwner(
  token: string,
  now: number,
): Promise<{ id: string; user: UserId; scopes: string[] } | null> {
  const row = await database.apiToken.findUnique({
    where: { hash: hashToken(token) },
    select: { id: true, userId: true, scopes: true, expiresAt: true },
  })
  if (!row || (row.expiresAt !== null && row.expiresAt.getTime() <= now)) return null
  return { id: row.id, user: row.userId as UserId, scopes: row.scopes }
}

/** Notes that a token was of use, at most once a minute. */
export async function noteTokenUse(id: string, now: number): Promise<void> {
  const before = new Date(now - USED_MS)
  await database.apiToken.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: before } }] },
    data: { lastUsedAt: new Date(now) },
  })
}

/** 32 random bytes need no salt and no slow hash: nobody can guess what is behind this. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
