import { type NextRequest, NextResponse } from 'next/server'
import { listHeaders, makePolicy } from '@/lib/security/headers'

/**
 * Gives every page its Content-Security-Policy with a nonce of its own, and every answer the other headers.
 * Next reads the nonce from the request's policy and puts it on each script that it writes.
 */
export function proxy(request: NextRequest) {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
  const secure = (request.headers.get('x-forwarded-proto') ?? request.nextUrl.protocol).startsWith('https')
  const policy = makePolicy({ nonce, secure, development: process.env.NODE_ENV === 'development' })
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  for (const [name, value] of listHeaders(secure)) response.headers.set(name, value)
  return response
}

// Files named by their content need no policy: they are not documents. next.config.ts gives them nosniff.
export const config = { matcher: '/((?!_next/static|_next/image).*)' }
