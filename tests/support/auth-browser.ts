import { GET, POST } from '../../app/api/auth/[...nextauth]/route'
import { readSetCookie } from '../../lib/server/set-cookie'
import type { Visitor } from './visitor'

interface Ask {
  query?: Record<string, string>
  form?: Record<string, string>
  headers?: Record<string, string>
}

/** Sends a visitor's request to /api/auth/<path>, and keeps the cookies that come back. A form makes it a POST. */
export async function askAuth(visitor: Visitor, path: string, { query, form, headers }: Ask = {}) {
  const url = new URL(`http://localhost:3000/api/auth/${path}`)
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.append(name, value)
  const request = new Request(url, {
    method: form ? 'POST' : 'GET',
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
    body: form && new URLSearchParams(form),
  })
  const context = { params: Promise.resolve({ nextauth: path.split('/').map(decodeURIComponent) }) }
  const response = await visitor.run(() => (form ? POST : GET)(request, context))
  for (const line of response.headers.getSetCookie()) {
    const { name, value, ...attributes } = readSetCookie(line)
    visitor.jar.set(name, value, attributes)
  }
  return response
}

/** The CSRF token of a visitor, whose cookie they now hold. */
export async function csrfToken(visitor: Visitor): Promise<string> {
  const response = await askAuth(visitor, 'csrf')
  return ((await response.json()) as { csrfToken: string }).csrfToken
}
