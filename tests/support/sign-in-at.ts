import type { AuthOptions } from 'next-auth'
import { callAuth, postAuth } from '@/lib/server/auth-call'
import { readSetCookie } from '@/lib/server/set-cookie'
import type { Visitor } from './visitor'

/**
 * The whole way by a provider: our button, the provider, and back with its code. `visit` is the provider's page
 * at the address that the browser was sent to; what it answers, or overrides, is the query that comes back.
 * Answers where the browser ends up.
 */
export async function signInAt(
  visitor: Visitor,
  provider: string,
  options: AuthOptions,
  visit: (away: URL) => Record<string, string>,
): Promise<string | null> {
  const away = new URL(
    await visitor.run(() => postAuth(['signin', provider], { callbackUrl: '/learn/x' }, options)),
  )
  const query = { code: 'a-code', state: away.searchParams.get('state') ?? '', ...visit(away) }
  const cookies = Object.fromEntries(visitor.cookies)
  const back = await visitor.run(() =>
    callAuth({ method: 'GET', path: ['callback', provider], query, cookies }, options),
  )
  for (const line of back.setCookies) {
    const { name, value, ...attributes } = readSetCookie(line)
    visitor.jar.set(name, value, attributes)
  }
  return back.redirect
}
