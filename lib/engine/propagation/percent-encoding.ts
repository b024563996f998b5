import { decodeUtf8, encodeUtf8 } from '../utf8'

const unreserved = /^[A-Za-z0-9\-._~]*$/

/**
 * Percent-encodes everything except the unreserved characters of RFC 3986, as UTF-8 with capital digits. More
 * than baggage demands, and what the W3C test suite writes.
 */
export function percentEncode(text: string): string {
  if (unreserved.test(text)) return text
  let encoded = ''
  for (const byte of encodeUtf8(text)) {
    const character = String.fromCharCode(byte)
    encoded +=
      byte < 0x80 && unreserved.test(character)
        ? character
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return encoded
}

/**
 * Decodes percent-encoded UTF-8. Bytes that are not UTF-8 become U+FFFD (W3C Baggage section 3.3.1.2); a percent
 * sign without two hexadecimal digits stays as it is.
 */
export function percentDecode(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
    const bytes: number[] = []
    for (let index = 1; index < run.length; index += 3)
      bytes.push(Number.parseInt(run.slice(index, index + 2), 16))
    return decodeUtf8(bytes)
  })
}
