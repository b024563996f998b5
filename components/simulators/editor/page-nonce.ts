/**
 * The nonce of this very page, for a style element made by a script. The policy in force is that of the answer which
 * opened the page, whatever has been navigated to since; each of its scripts still knows it, hidden from CSS and HTML.
 */
export function findPageNonce(): string {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
}
