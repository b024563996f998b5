import 'server-only'
import { env } from './env'

/**
 * Whether our own page sent the request. Every browser of today says so itself (Sec-Fetch-Site), and
 * every browser sends Origin with a POST; a request with neither is not a browser's page, and nobody
 * else has business with a cookie.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = headers.get('origin')
  if (origin === null || !URL.canParse(origin)) return false
  return origin === env.NEXTAUTH_URL || new URL(origin).host === headers.get('host')
}
