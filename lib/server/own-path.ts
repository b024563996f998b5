import 'server-only'

/**
 * A path of this site to go back to, or the fallback. Whatever a browser could read as another origin
 * (`//host`, `/\host`, a scheme, control characters that browsers drop) becomes the fallback, and so
 * do the sign-in pages themselves and everything under /api.
 */
export function ownPath(wanted: unknown, fallback = '/'): string {
  if (typeof wanted !== 'string' || wanted.length > 2000) return fallback
  if (!wanted.startsWith('/') || hasUnsafeCharacter(wanted)) return fallback
  const base = 'http://own.invalid'
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : null
  if (url?.origin !== base) return fallback
  // `/a/..//host` and `/.//host` collapse to a path that a browser would read as another host.
  if (url.pathname.startsWith('//')) return fallback
  if (/^\/(api|sign-in|sign-up|check-mail)(\/|$)/.test(url.pathname)) return fallback
  return url.pathname + url.search + url.hash
}

function hasUnsafeCharacter(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
  return /[\u0000-\u0020\u007f\\]/.test(text)
}
