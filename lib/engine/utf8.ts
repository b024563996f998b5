/** Encodes text as UTF-8 bytes. A surrogate without its partner becomes U+FFFD, as in WHATWG TextEncoder. */
export function encodeUtf8(text: string): number[] {
  const bytes: number[] = []
  for (const character of text) {
    let code = character.codePointAt(0)!
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f))
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f))
    else {
      bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f))
      bytes.push(0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f))
    }
  }
  return bytes
}

/** The number of continuation bytes and the allowed range of the first one, by lead byte (Unicode table 3-7). */
function sequenceOf(lead: number): { length: number; lowest: number; highest: number } | null {
  if (lead >= 0xc2 && lead <= 0xdf) return { length: 1, lowest: 0x80, highest: 0xbf }
  if (lead >= 0xe0 && lead <= 0xef) {
    return { length: 2, lowest: lead === 0xe0 ? 0xa0 : 0x80, highest: lead === 0xed ? 0x9f : 0xbf }
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    return { length: 3, lowest: lead === 0xf0 ? 0x90 : 0x80, highest: lead === 0xf4 ? 0x8f : 0xbf }
  }
  return null
}

/**
 * Decodes UTF-8 bytes. Every ill-formed sequence becomes one U+FFFD per maximal part, as in WHATWG TextDecoder.
 */
export function decodeUtf8(bytes: ArrayLike<number>): string {
  let text = ''
  let index = 0
  while (index < bytes.length) {
    const lead = bytes[index]!
    index += 1
    if (lead < 0x80) {
      text += String.fromCharCode(lead)
      continue
    }
    const sequence = sequenceOf(lead)
    if (sequence === null) {
      text += '\ufffd'
      continue
    }
    let code = lead & (0x3f >> sequence.length)
    let { lowest, highest } = sequence
    let read = 0
    while (read < sequence.length) {
      const next = bytes[index]
      if (next === undefined || next < lowest || next > highest) break
      code = (code << 6) | (next & 0x3f)
      lowest = 0x80
      highest = 0xbf
      index += 1
      read += 1
    }
    text += read === sequence.length ? String.fromCodePoint(code) : '\ufffd'
  }
  return text
}
