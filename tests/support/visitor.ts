/**
 * A browser as the server sees one: a jar of cookies and the headers that it sends. What Next gives a
 * request (`cookies()`, `headers()`) is answered from the visitor whose `run` is on the stack, so that
 * guards, actions and route handlers run for real, several visitors at once. A set-up file of the
 * `server` project.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { vi } from 'vitest'
import { tokenOf } from './token-of'

const current = new AsyncLocalStorage<Visitor>()

// Next's cache of pages lives in its server, which is not here.
vi.mock('next/cache', () => ({ revalidatePath: () => {} }))
vi.mock('next/headers', () => ({
  cookies: async () => visiting().jar,
  headers: async () => new Headers({ ...visiting().headers, cookie: visiting().cookieHeader }),
}))

export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly headers: Record<string, string>

  constructor(headers: Record<string, string> = {}) {
    this.headers = { host: 'localhost:3000', 'x-peer-address': '192.0.2.1', ...headers }
  }

  get cookieHeader(): string {
    // As it travels: percent-encoded, and lone surrogates cannot travel at all.
    const encode = (value: string) => encodeURIComponent(value.replace(/\p{Cs}/gu, '\ufffd'))
    return [...this.cookies].map(([name, value]) => `${name}=${encode(value)}`).join('; ')
  }

  readonly jar = {
    get: (name: string) => {
      const value = this.cookies.get(name)
      return value === undefined ? undefined : { name, value }
    },
    getAll: () => [...this.cookies].map(([name, value]) => ({ name, value })),
    has: (name: string) => this.cookies.has(name),
    set: (name: string, value: string, options: { maxAge?: number } = {}) => {
      if (value === '' || options.maxAge === 0) this.cookies.delete(name)
      else this.cookies.set(name, value)
    },
    delete: (name: string) => this.cookies.delete(name),
  }

  /** Runs `work` as a request of this visitor. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return current.run(this, work)
  }

  /** Runs `work` and answers where it sent the visitor to; fails where it did not. */
  async redirectOf(work: () => Promise<unknown>): Promise<string> {
    let answer: unknown
    try {
      answer = await this.run(work)
    } catch (error) {
      const digest = String((error as { digest?: unknown }).digest)
      if (digest.startsWith('NEXT_REDIRECT')) return digest.split(';').slice(2, -2).join(';')
      throw error
    }
    throw new Error(`Expected a redirect, got ${JSON.stringify(answer)}`)
  }

  /** A request as this visitor's own page would send it. */
  request(path: string, init: { method?: string; json?: unknown; headers?: Record<string, string> } = {}) {
    return new Request(`http://localhost:3000${path}`, {
      method: init.method ?? (init.json === undefined ? 'GET' : 'POST'),
      headers: {
        ...this.headers,
        cookie: this.cookieHeader,
        'sec-fetch-site': 'same-origin',
        ...(init.json !== undefined && { 'content-type': 'application/json' }),
        ...init.headers,
      },
      body: init.json === undefined ? undefined : JSON.stringify(init.json),
    })
  }
}

/** A visitor with a real session row of the user's, and the cookie that names it. */
export async function signedIn(user: { id: string }, headers: Record<string, string> = {}): Promise<Visitor> {
  const { openSession } = await import('../../lib/server/sessions')
  const { sealSession, sessionCookieName } = await import('../../lib/server/session-cookie')
  const visitor = new Visitor(headers)
  visitor.cookies.set(sessionCookieName, await sealSession(await openSession(user.id)))
  // For the doors of the API, which take this and no cookie.
  visitor.headers.authorization = `Bearer ${tokenOf(user.id)}`
  return visitor
}

function visiting(): Visitor {
  const visitor = current.getStore()
  if (!visitor) throw new Error('Nobody is visiting: wrap the call in visitor.run()')
  return visitor
}
