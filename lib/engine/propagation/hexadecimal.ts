/** What a character is, by its code: a bit for each property, so that a run of them can be or-ed together. */
const notLowerCaseDigit = 0x80
const notZero = 0x10

// One look-up a character, without a branch: headers are read for every request.
const classes = new Uint8Array(128).fill(notLowerCaseDigit)
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  classes[digit.charCodeAt(0)] = value === 0 ? 0 : notZero | value
}

/** What a run of characters is, as hexadecimal. */
export type HexadecimalKind = 'invalid' | 'zero' | 'number'

/**
 * Looks at characters from `start` to `end`: `invalid` if one is not a digit 0 to 9 or a to f (capitals are not),
 * `zero` if all are 0, otherwise `number`.
 */
export function classifyHexadecimal(text: string, start: number, end: number): HexadecimalKind {
  let seen = 0
  let codes = 0
  for (let index = start; index < end; index += 1) {
    const code = text.charCodeAt(index)
    codes |= code
    seen |= classes[code & 0x7f]!
  }
  if ((seen & notLowerCaseDigit) !== 0 || codes > 0x7f) return 'invalid'
  return seen === 0 ? 'zero' : 'number'
}

/** The value of two lower-case hexadecimal digits, which must be ones. */
export function hexadecimalByte(text: string, start: number): number {
  const high = classes[text.charCodeAt(start) & 0x7f]! & 0x0f
  return high * 16 + (classes[text.charCodeAt(start + 1) & 0x7f]! & 0x0f)
}
