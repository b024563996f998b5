/** What an escape of Go's is in JavaScript (flag `u`), and where it ends. Null where Go knows none such. */
export interface TranslatedEscape {
  readonly text: string
  /** Position behind the escape. */
  readonly end: number
}

/** Go's white space: fewer characters than JavaScript's. */
const space = '\\t\\n\\f\\r '

const posixClasses: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7f',
  blank: '\\t ',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`\\{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
}

/** A POSIX class within brackets, `[:alpha:]` or `[:^alpha:]`. Null where there is none of that name. */
export function translatePosixClass(name: string, isNegated: boolean): string | null {
  const members = Object.hasOwn(posixClasses, name) ? posixClasses[name]! : null
  if (members === null || !isNegated) return members
  // All characters that are not members, as ranges between them: a class within a class cannot be negated.
  const isMember = new RegExp(`[${members}]`, 'u')
  const others: string[] = []
  for (let code = 0; code < 128; code += 1)
    if (!isMember.test(String.fromCharCode(code))) others.push(hex(code))
  return `${others.join('')}\\x80-\\u{10ffff}`
}

/**
 * An escape of a Go regular expression, in the words of JavaScript's with the flag `u`.
 *
 * @param at position of the backslash. Source: https://pkg.go.dev/regexp/syntax.
 */
export function translateEscape(pattern: string, at: number, inBrackets: boolean): TranslatedEscape | null {
  const letter = pattern[at + 1] ?? ''
  const end = at + 2
  const simple = (text: string) => ({ text, end })
  if (letter === 's') return simple(inBrackets ? space : `[${space}]`)
  if (letter === 'S' && !inBrackets) return simple(`[^${space}]`)
  if (letter === 'a') return simple('\\x07')
  if (/[dDwWStnrfv]/.test(letter)) return simple(`\\${letter}`)
  if (!inBrackets && /[bB]/.test(letter)) return simple(`\\${letter}`)
  if (!inBrackets && letter === 'A') return simple('(?<![\\s\\S])')
  if (!inBrackets && letter === 'z') return simple('(?![\\s\\S])')
  const rest = pattern.slice(at)
  const property = /^\\([pP])(?:\{(\^?)(\w+)\}|([A-Z]))/.exec(rest)
  if (property) {
    const [whole, sign, not = '', long, short] = property
    const isNegated = (sign === 'P') !== (not === '^')
    const name = short ?? long!
    const text = name.length <= 2 ? name : `Script=${name}`
    return { text: `\\${isNegated ? 'P' : 'p'}{${text}}`, end: at + whole.length }
  }
  const code = /^\\x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})/.exec(rest)
  const octal = /^\\(0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(rest)
  if (code || octal) {
    const value = code ? Number.parseInt(code[1] ?? code[2]!, 16) : Number.parseInt(octal![1]!, 8)
    return value > 0x10ffff ? null : { text: hex(value), end: at + (code ?? octal)![0].length }
  }
  // Punctuation stands for itself.
  return /^[!-/:-@[-`{-~]$/.test(letter) ? simple(literal(letter)) : null
}

/** A character as itself, also where it would mean something else. */
export function literal(character: string): string {
  return /[$()*+./?[\\\]^{|}-]/.test(character) ? hex(character.codePointAt(0)!) : character
}

function hex(code: number): string {
  return `\\u{${code.toString(16)}}`
}
