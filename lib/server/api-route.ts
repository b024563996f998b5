import 'server-only'
import type { ZodType, z } from 'zod'
import { fail, ok, type Result } from '../result'
import type { ApiScope } from '../review/api-scope'
import { findTokenOwner, noteTokenUse } from './api-tokens'
import { countAttempt, limits } from './attempts'
import { clientAddress } from './client-address'
import { tooMany } from './too-many'
import type { UserId } from './user-id'
import { identifiedRoute } from './user-route'

/**
 * The one way to write an endpoint of the HTTP API: a personal token that has the scope, then as in every
 * other endpoint. A cookie opens nothing here, so a page of another site can make a browser do nothing here.
 * Missing or unknown tokens are 401, a token without the scope is 403, too many requests are 429.
 */
export function apiRoute<S extends ZodType, T>(
  scope: ApiScope,
  schema: S,
  work: (user: UserId, input: z.output<S>) => Promise<Result<T>>,
): (request: Request) => Promise<Response> {
  return (request) => {
    let token = ''
    const identify = async (asked: Request) => {
      const owner = await identifyToken(asked, scope)
      if (owner.ok) token = owner.value.id
      return owner.ok ? ok(owner.value.user) : owner
    }
    const route = identifiedRoute(identify, schema, async (user, input: z.output<S>) => {
      const result = await work(user, input)
      // A request that was turned down leaves no trace, not even that one.
      if (result.ok) await noteTokenUse(token, Date.now())
      return result
    })
    return route(request)
  }
}

/** The token of a request, and whose it is. */
async function identifyToken(
  request: Request,
  scope: ApiScope,
): Promise<Result<{ id: string; user: UserId }>> {
  const token = /^Bearer (spanwise_[\w-]{43})$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  const now = Date.now()
  const owner = token === undefined ? null : await findTokenOwner(token, now)
  if (!owner) {
    const wait = await countAttempt(limits.apiAddress, clientAddress(request.headers))
    return wait > 0
      ? tooMany(wait)
      : fail('unauthenticated', 'Send a personal token: Authorization: Bearer …')
  }
  if (!owner.scopes.includes(scope)) return fail('forbidden', `This token may not ${scope}.`)
  const wait = await countAttempt(limits.apiToken, owner.id)
  if (wait > 0) return tooMany(wait)
  return ok({ id: owner.id, user: owner.user })
}
