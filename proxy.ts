import { type NextRequest, NextResponse } from 'next/server'
import { listHeaders, makePolicy } from '@/lib/security/headers'

/**
 * Gives every page its Content-Security-Policy with a nonce of its own, and every answer the other headers.
 * Next reads the nonce from the request's policy and puts it on each script that it writes. `x-path` tells
 * a guard which page was asked for, so that sign-in can lead back to it.
 */
export function proxy(request: NextRequest) {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
  const secure = isSecure(request)
  const policy = makePolicy({ nonce, secure, development: process.env.NODE_ENV === 'development' })
  const headers = new Headers(request.headers)
  // What the log names an error by, and what whoever met it can tell us.
  const requestId = crypto.randomUUID()
  headers.set('content-security-policy', policy)
  headers.set('x-request-id', requestId)
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-request-id', requestId)
  for (const [name, value] of listHeaders(secure)) response.headers.set(name, value)
  return response
}

/** Whether the reader came over https: to us, to a proxy that says so, or to the address we are known by. */
function isSecure(request: NextRequest): boolean {
  const scheme = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim()
  if (scheme === 'https' || request.nextUrl.protocol === 'https:') return true
  return process.env.NEXTAUTH_URL?.startsWith('https:') ?? false
}

// Files named by their content are no documents and need no policy.
export const config = { matcher: '/((?!_next/static|_next/image).*)' }
