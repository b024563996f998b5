/**
 * The Content-Security-Policy of a page. Scripts run only with the nonce of this very answer, or loaded by
 * one that has it. Style *attributes* are allowed (a progress bar's width is one), style elements are not.
 * `secure`: the reader came over https. `development`: React's overlay needs eval and inline styles.
 */
export function makePolicy(given: { nonce: string; secure: boolean; development: boolean }): string {
  const { nonce, secure, development } = given
  const directives = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ]
  return directives.join('; ')
}

const denied = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'browsing-topics']

/**
 * The other headers of every answer. HSTS is sent only to a reader who came over https: sent over plain
 * http it is ignored (RFC 6797, 7.2), and a local run must not teach a browser to refuse http://localhost.
 */
export function listHeaders(secure: boolean): [name: string, value: string][] {
  return [
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'strict-origin-when-cross-origin'],
    ['permissions-policy', denied.map((feature) => `${feature}=()`).join(', ')],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['x-frame-options', 'DENY'],
    ...(secure
      ? [['strict-transport-security', 'max-age=63072000; includeSubDomains'] as [string, string]]
      : []),
  ]
}
