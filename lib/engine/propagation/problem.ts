/**
 * Why something received was refused, precise enough to underline it.
 *
 * `offset` counts UTF-16 code units from the start of the header value as received (the joined value when
 * several headers were combined). `message` is a sentence for a reader.
 */
export interface Problem<Field extends string, Code extends string> {
  readonly field: Field
  readonly offset: number
  readonly code: Code
  readonly message: string
}

/**
 * Whose rules are followed: the W3C recommendation to the letter, or what OpenTelemetry JS
 * (`@opentelemetry/core` 2.12.1) does where it differs.
 */
export type PropagationBehaviour = 'w3c' | 'opentelemetry-js'

/** A character as a reader would name it: quoted if it can be seen, otherwise its code point. */
export function nameCharacter(text: string, offset: number): string {
  const code = text.codePointAt(offset)
  if (code === undefined) return 'the end of the value'
  if (code === 0x20) return 'a space'
  if (code === 0x09) return 'a tab'
  if (code > 0x20 && code !== 0x7f) return `“${String.fromCodePoint(code)}”`
  return `the control character U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
