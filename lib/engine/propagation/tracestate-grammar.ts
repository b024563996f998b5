import { nameCharacter } from './problem'

/**
 * Which keys are allowed. `level-1` (default everywhere; also OpenTelemetry JS and Go): a simple key that begins
 * with a letter, or `tenant@system`. `editors-draft`: the looser grammar of the Trace Context editor's draft
 * (w3c/trace-context #584, June 2026), where a key may begin with a digit and hold `@` anywhere after that.
 */
export type TracestateKeyGrammar = 'level-1' | 'editors-draft'

export type TracestateKeyCode = 'empty-key' | 'key-too-long' | 'key-start' | 'key-character'
export type TracestateValueCode =
  | 'empty-value'
  | 'value-too-long'
  | 'value-character'
  | 'value-trailing-space'

/** A fault within one key or value; `offset` counts from its first character. */
export interface TracestateFault<Code extends string> {
  readonly code: Code
  readonly offset: number
  readonly message: string
}

const longestKey = 256
const longestTenant = 241
const longestSystem = 14
const longestValue = 256

const isKeyBit = 1
const isLetterBit = 2
const isDigitBit = 4
const isValueBit = 8

// What each ASCII character may be part of: one look-up instead of a chain of comparisons.
const classes = new Uint8Array(128)
for (let code = 0x20; code <= 0x7e; code += 1) {
  const character = String.fromCharCode(code)
  let bits = character === ',' || character === '=' ? 0 : isValueBit
  if (/[a-z]/.test(character)) bits |= isLetterBit
  if (/[0-9]/.test(character)) bits |= isDigitBit
  if (/[a-z0-9_\-*/]/.test(character)) bits |= isKeyBit
  classes[code] = bits
}

function is(code: number, bits: number): boolean {
  return code < 128 && (classes[code]! & bits) !== 0
}

function tooLong(what: string, length: number, most: number): TracestateFault<'key-too-long'> {
  const message = `The ${what} is ${length} characters long; at most ${most} are allowed.`
  return { code: 'key-too-long', offset: most, message }
}

function wrongStart(
  key: string,
  offset: number,
  what: string,
  allowed: string,
): TracestateFault<'key-start'> {
  const message = `The ${what} begins with ${nameCharacter(key, offset)}; it must begin with ${allowed}.`
  return { code: 'key-start', offset, message }
}

function findWrongCharacter(
  key: string,
  start: number,
  end: number,
  allowsAt: boolean,
): TracestateFault<'key-character'> | null {
  for (let offset = start; offset < end; offset += 1) {
    const code = key.charCodeAt(offset)
    if (is(code, isKeyBit) || (allowsAt && code === 0x40)) continue
    const message = `The key holds ${nameCharacter(key, offset)}; allowed are a to z, 0 to 9, _ - * and /.`
    return { code: 'key-character', offset, message }
  }
  return null
}

/**
 * What is wrong with a tracestate key, or null. Source: W3C Trace Context section 3.3.2.2.1; the editor's draft
 * as named in `TracestateKeyGrammar`.
 */
export function findTracestateKeyFault(
  key: string,
  grammar: TracestateKeyGrammar = 'level-1',
): TracestateFault<TracestateKeyCode> | null {
  if (key === '') return { code: 'empty-key', offset: 0, message: 'The key is empty.' }
  const first = key.charCodeAt(0)
  if (grammar === 'editors-draft') {
    if (!is(first, isLetterBit | isDigitBit)) return wrongStart(key, 0, 'key', 'a to z or 0 to 9')
    return (
      findWrongCharacter(key, 1, key.length, true) ??
      (key.length > longestKey ? tooLong('key', key.length, longestKey) : null)
    )
  }
  const at = key.indexOf('@')
  if (at === -1) {
    if (!is(first, isLetterBit)) return wrongStart(key, 0, 'key', 'a to z')
    return (
      findWrongCharacter(key, 1, key.length, false) ??
      (key.length > longestKey ? tooLong('key', key.length, longestKey) : null)
    )
  }
  if (at === 0 || !is(first, isLetterBit | isDigitBit))
    return wrongStart(key, 0, 'tenant', 'a to z or 0 to 9')
  if (!is(key.charCodeAt(at + 1), isLetterBit))
    return wrongStart(key, at + 1, 'system name after @', 'a to z')
  const wrong = findWrongCharacter(key, 1, at, false) ?? findWrongCharacter(key, at + 1, key.length, false)
  if (wrong !== null) return wrong
  if (at > longestTenant) return tooLong('tenant before @', at, longestTenant)
  const systemLength = key.length - at - 1
  return systemLength > longestSystem
    ? { ...tooLong('system name after @', systemLength, longestSystem), offset: at + 1 + longestSystem }
    : null
}

/**
 * What is wrong with a tracestate value, or null: 1 to 256 characters of 0x20 to 0x7E except comma and equals
 * sign, and not a space at the end. Source: W3C Trace Context section 3.3.2.2.2.
 */
export function findTracestateValueFault(value: string): TracestateFault<TracestateValueCode> | null {
  if (value === '') return { code: 'empty-value', offset: 0, message: 'The value is empty.' }
  for (let offset = 0; offset < value.length; offset += 1) {
    const code = value.charCodeAt(offset)
    if (is(code, isValueBit)) continue
    const message = `The value holds ${nameCharacter(value, offset)}; allowed are visible ASCII characters and spaces, except comma and equals sign.`
    return { code: 'value-character', offset, message }
  }
  if (value.length > longestValue) {
    const message = `The value is ${value.length} characters long; at most ${longestValue} are allowed.`
    return { code: 'value-too-long', offset: longestValue, message }
  }
  const last = value.length - 1
  if (value.charCodeAt(last) === 0x20) {
    return { code: 'value-trailing-space', offset: last, message: 'The value ends with a space.' }
  }
  return null
}
