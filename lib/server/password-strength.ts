import 'server-only'
import { dictionary } from '@zxcvbn-ts/language-common'

export const PASSWORD_MIN = 10
/** Long enough for any pass phrase, short enough that nobody makes us hash a book. */
export const PASSWORD_MAX = 200

let common: Set<string> | undefined

/**
 * What makes a password too easy to guess, in a sentence, or null. Length first (OWASP and NIST SP
 * 800-63B §3.1.1.2: length and a block list, no rules of composition), then the list of common
 * passwords with what people add to them, the learner's own address, repeats and runs.
 */
export function findPasswordFault(password: string, email: string): string | null {
  const length = [...password].length
  if (length < PASSWORD_MIN) return `Use at least ${PASSWORD_MIN} characters.`
  if (length > PASSWORD_MAX) return `Use at most ${PASSWORD_MAX} characters.`
  const plain = password.normalize('NFKC').toLowerCase()
  if (containsAddress(plain, email.toLowerCase())) return 'Choose a password that is not your e-mail address.'
  if (isRepeat(plain) || isRun(plain)) return 'Choose a password that is not a simple pattern.'
  if (isCommon(plain)) return 'This password is on the list of common ones. Choose another.'
  return null
}

/** The address or its local part, with at most a few characters around it. */
function containsAddress(password: string, email: string): boolean {
  const parts = [email, email.split('@')[0] ?? ''].filter((part) => part.length >= 4)
  return parts.some((part) => password.includes(part) && password.length - part.length <= 4)
}

/** A unit of up to four characters over and over: aaaaaaaaaa, abcabcabcabc. */
function isRepeat(password: string): boolean {
  return [1, 2, 3, 4].some((size) => {
    const unit = password.slice(0, size)
    return unit.repeat(Math.ceil(password.length / size)).slice(0, password.length) === password
  })
}

/** Each character one above, or one below, the one before: abcdefghij, 9876543210. */
function isRun(password: string): boolean {
  const steps = new Set<number>()
  for (let at = 1; at < password.length; at++) {
    const [before, here] = [password.charCodeAt(at - 1), password.charCodeAt(at)]
    // After 9 comes 0 on a keyboard.
    steps.add(before === 57 && here === 48 ? 1 : before === 48 && here === 57 ? -1 : here - before)
  }
  return steps.size === 1 && (steps.has(1) || steps.has(-1))
}

/** On the list itself, or on it once usual substitutions and up to four added digits or signs are undone. */
function isCommon(password: string): boolean {
  common ??= new Set(dictionary['passwords-common'].map(String))
  const core = password.replace(/^[\d\W_]{0,4}/, '').replace(/[\d\W_]{0,4}$/, '')
  return [password, core, unleet(password), unleet(core)].some(
    (form) => form.length >= 4 && common?.has(form),
  )
}

const letters: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}

function unleet(text: string): string {
  return text.replace(/[013457@$]/g, (sign) => letters[sign] ?? sign)
}
