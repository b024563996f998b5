import 'server-only'
import { cookies } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import { callAuth } from './auth-call'
import { env } from './env'
import { log } from './log'
import { ownPath } from './own-path'
import { readText } from './request-body'
import { isSameOrigin } from './same-origin'

/** What next-auth may be asked over HTTP. Its log endpoint, and its updating of tokens, are closed. */
const doors = {
  GET: ['providers', 'csrf', 'session', 'signin', 'signout', 'callback', 'error', 'verify-request'],
  POST: ['signin', 'signout', 'callback'],
} as const

const BODY_LIMIT = 16_384
const segment = /^[\w-]{1,64}$/

/**
 * next-auth's endpoint behind checks of ours. Left alone it answers a callback URL it cannot parse, a
 * body that is no form, or an unknown error's name with a 500; here what is malformed gets a 400, what
 * another site sends a 403, too many attempts a 429, and only what is well-formed reaches next-auth.
 */
export async function authRoute(request: Request, context: { params: Promise<{ nextauth: string[] }> }) {
  try {
    return await answer(request, (await context.params).nextauth)
  } catch (error) {
    unstable_rethrow(error)
    log.error('request_failed', { error, method: request.method, path: new URL(request.url).pathname })
    return refuse(500, 'internal')
  }
}

async function answer(request: Request, path: string[]): Promise<Response> {
  const method = request.method === 'POST' ? 'POST' : 'GET'
  const [action = '', provider] = path
  const isOpen = (doors[method] as readonly string[]).includes(action)
  if (!isOpen || path.length > 2 || !path.every((part) => segment.test(part))) return refuse(404, 'not_found')
  if (action === 'callback' && (method === 'POST') !== (provider === 'credentials'))
    return refuse(404, 'not_found')
  if (!isFromUs(request, method, path)) return refuse(403, 'forbidden')

  const query = readPairs(new URL(request.url).searchParams)
  const body = method === 'POST' ? await readForm(request) : undefined
  if (!query || body === null) return refuse(400, 'invalid')
  if (query.error !== undefined && !/^[\w:-]{1,64}$/.test(query.error)) return refuse(400, 'invalid')
  const jar = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]))
  for (const name of Object.keys(jar).filter((key) => key.endsWith('next-auth.callback-url')))
    jar[name] = ownPath(toPath(jar[name] ?? ''))
  return present(await callAuth({ method, path, query, body, cookies: jar }), body?.json === 'true')
}

/** A write comes from our own page; so does the opening of an e-mail's link, by its page's button. */
function isFromUs(request: Request, method: string, [action, provider]: string[]): boolean {
  if (method === 'POST') return isSameOrigin(request.headers)
  const site = request.headers.get('sec-fetch-site')
  return action !== 'callback' || provider !== 'email' || site === null || site === 'same-origin'
}

function present(result: Awaited<ReturnType<typeof callAuth>>, asJson: boolean): Response {
  const headers = new Headers({ 'cache-control': 'private, no-store' })
  for (const line of result.setCookies) headers.append('set-cookie', line)
  const url = result.redirect ?? readUrl(result.body)
  if (url === null) return Response.json(result.body, { status: result.status, headers })
  if (!asJson) {
    headers.set('location', url)
    return new Response(null, { status: 302, headers })
  }
  const wait = /[?&]error=too_many(?:%3A|:)(\d+)/.exec(url)?.[1]
  if (wait !== undefined) headers.set('retry-after', wait)
  return Response.json({ url }, { status: wait === undefined ? result.status : 429, headers })
}

function readUrl(body: unknown): string | null {
  return typeof body === 'object' && body !== null && 'url' in body ? String(body.url) : null
}

async function readForm(request: Request): Promise<Record<string, string> | null> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') return null
  const text = await readText(request, BODY_LIMIT)
  return text === null ? null : readPairs(new URLSearchParams(text))
}

/** Named texts without control characters, with a callback URL that can only be ours; null where one is malformed. */
function readPairs(pairs: URLSearchParams): Record<string, string> | null {
  const result: Record<string, string> = Object.create(null)
  for (const [name, value] of pairs) {
    if (name === 'nextauth' || !segment.test(name) || value.length > 4096 || /\p{Cc}/u.test(value))
      return null
    result[name] = name === 'callbackUrl' ? ownPath(toPath(value)) : value
  }
  return { ...result }
}

/** An absolute URL of ours as its path; anything else as it is, for ownPath to judge. */
function toPath(url: string): string {
  const own = env.NEXTAUTH_URL
  return url === own ? '/' : url.startsWith(`${own}/`) ? url.slice(own.length) : url
}

function refuse(status: number, code: string): Response {
  return Response.json({ code }, { status, headers: { 'cache-control': 'private, no-store' } })
}
