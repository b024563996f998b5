import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { ZodType, z } from 'zod'
import { type Failure, fail, ok, type Result, statusOf } from '../result'
import { isDatabaseDown } from './database-down'
import { fieldFaults } from './field-faults'
import { log } from './log'
import { readJson } from './request-body'
import { isSameOrigin } from './same-origin'
import { findUser, type UserId } from './session'

interface RouteOptions {
  /** Bytes that a body may have; 1 MiB if left out. */
  bodyLimit?: number
  /** The input is the query, whatever the method: what a mail program puts into a body is its own affair. */
  isByQuery?: boolean
}

/** Who sends a request, found before anything of it is read. */
type Identify = (request: Request) => Promise<Result<UserId>>

/**
 * The one way to write a JSON endpoint for the signed-in learner: session, origin, body, schema, work,
 * then Result to HTTP. A GET's input is its query. A refusal is `{code, message?, fields?}` with the
 * code's status; a success is the bare value. A database that is away is a 503; a bug is logged and
 * answered with a bare 500.
 */
export function userRoute<S extends ZodType, T>(
  schema: S,
  work: (user: UserId, input: z.output<S>) => Promise<Result<T>>,
  options: RouteOptions = {},
): (request: Request) => Promise<Response> {
  return identifiedRoute(identifyBySession, schema, work, options)
}

/** The same, for whoever `identify` says. */
export function identifiedRoute<S extends ZodType, T>(
  identify: Identify,
  schema: S,
  work: (user: UserId, input: z.output<S>) => Promise<Result<T>>,
  options: RouteOptions = {},
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      return await answer(request, identify, schema, work, options)
    } catch (error) {
      unstable_rethrow(error)
      if (isDatabaseDown(error)) {
        log.warn('database_unavailable', { error })
        return refuse(fail('unavailable', 'The database is not reachable. Try again in a moment.'))
      }
      log.error('request_failed', { error, method: request.method, path: new URL(request.url).pathname })
      return json({ code: 'internal' }, 500)
    }
  }
}

async function identifyBySession(request: Request): Promise<Result<UserId>> {
  const user = await findUser()
  if (!user) return fail('unauthenticated')
  if (!isRead(request) && !isSameOrigin(request.headers)) return fail('forbidden', 'Cross-site request.')
  return ok(user)
}

async function answer<S extends ZodType, T>(
  request: Request,
  identify: Identify,
  schema: S,
  work: (user: UserId, input: z.output<S>) => Promise<Result<T>>,
  options: RouteOptions,
): Promise<Response> {
  const identified = await identify(request)
  if (!identified.ok) return refuse(identified)
  const body =
    isRead(request) || options.isByQuery
      ? { ok: true as const, value: Object.fromEntries(new URL(request.url).searchParams) }
      : await readJson(request, options.bodyLimit)
  if (!body.ok) return refuse(body.failure, body.status)
  const parsed = schema.safeParse(body.value)
  if (!parsed.success) return refuse(fail('invalid', undefined, fieldFaults(parsed.error)))
  const result = await work(identified.value, parsed.data)
  if (!result.ok) return refuse(result)
  // A file to keep says itself what it is.
  return result.value instanceof Response ? result.value : json(result.value, 200)
}

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD'
}

function refuse({ ok: _, retryAfterS, ...failure }: Failure, status = statusOf[failure.code]): Response {
  const response = json(failure, status)
  if (retryAfterS !== undefined) response.headers.set('retry-after', String(retryAfterS))
  return response
}

function json(value: unknown, status: number): Response {
  return Response.json(value ?? null, { status, headers: { 'cache-control': 'private, no-store' } })
}
