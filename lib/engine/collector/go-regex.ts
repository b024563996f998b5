import { literal, translateEscape, translatePosixClass } from './go-regex-escape'

/** The largest number of repetitions that Go takes. Source: https://pkg.go.dev/regexp/syntax (Repetitions). */
const mostRepeats = 1000

/** A pattern that Go refuses, with the words that it has for it. */
class Refused extends Error {}

/**
 * A Go (RE2) regular expression as a JavaScript one, or the text of Go's error where it is none.
 *
 * It is translated character by character: `(?P<name>)`, leading flags `(?i)`, `\A`, `\z`, `\Q…\E`, `\pL`, `\x{…}`, POSIX
 * classes, Go's own white space, braces that are no repetition. What RE2 refuses (look-around, back references, escapes
 * of unknown letters, more than 1000 repetitions) is refused. Flags further inside are left to JavaScript.
 *
 * Source: https://pkg.go.dev/regexp/syntax.
 */
export function compileGoRegex(pattern: string): RegExp | string {
  const refused = /\(\?(?:[=!]|<[=!])/.exec(pattern)
  if (refused) {
    return `error parsing regexp: invalid or unsupported Perl syntax: \`${pattern.slice(refused.index, refused.index + 3)}\``
  }
  const leading = /^\(\?([imsU]+)\)/.exec(pattern)
  const body = leading ? pattern.slice(leading[0].length) : pattern
  const flags = new Set((leading?.[1] ?? '').replace('U', ''))
  try {
    return new RegExp(translate(body, flags.has('s')), `${[...flags].join('')}u`)
  } catch (failure) {
    if (failure instanceof Refused) return `error parsing regexp: ${failure.message}`
    return `error parsing regexp: ${reasonFor(body)}: \`${body}\``
  }
}

function translate(body: string, dotAll: boolean): string {
  let translated = ''
  let at = 0
  while (at < body.length) {
    const rest = body.slice(at)
    const quoted = /^\\Q([\s\S]*?)(?:\\E|$)/.exec(rest)
    const repeat = /^\{(\d+)(?:(,)(\d*))?\}/.exec(rest)
    const character = String.fromCodePoint(body.codePointAt(at)!)
    let end = at + character.length
    if (quoted) {
      for (const each of quoted[1]!) translated += literal(each)
      end = at + quoted[0].length
    } else if (character === '\\') {
      const found = escapeAt(body, at, false)
      translated += found.text
      end = found.end
    } else if (character === '[') {
      const brackets = translateBrackets(body, at)
      translated += brackets.text
      end = brackets.end
    } else if (rest.startsWith('(?P<')) {
      translated += '(?<'
      end = at + 4
    } else if (repeat) {
      const [whole, least, , most] = repeat
      const upper = most ? Number(most) : Number(least)
      if (upper > mostRepeats || Number(least) > upper)
        throw new Refused(`invalid repeat count: \`${whole}\``)
      translated += whole
      end = at + whole.length
    } else if (character === '.') translated += dotAll ? '.' : '[^\\n]'
    else translated += /[{}\]]/.test(character) ? literal(character) : character
    at = end
  }
  return translated
}

/** A class in brackets, from its opening bracket on. */
function translateBrackets(body: string, from: number): { text: string; end: number } {
  const isNegated = body[from + 1] === '^'
  let text = isNegated ? '[^' : '['
  let at = from + (isNegated ? 2 : 1)
  const first = at
  while (at < body.length && (body[at] !== ']' || at === first)) {
    const posix = /^\[:(\^?)(\w+):\]/.exec(body.slice(at))
    const character = String.fromCodePoint(body.codePointAt(at)!)
    if (posix) {
      const members = translatePosixClass(posix[2]!, posix[1] === '^')
      if (members === null) throw new Refused(`invalid character class range: \`${posix[0]}\``)
      text += members
      at += posix[0].length
    } else if (character === '\\') {
      const found = escapeAt(body, at, true)
      text += found.text
      at = found.end
    } else {
      text += character === '-' ? '-' : literal(character)
      at += character.length
    }
  }
  if (at >= body.length) throw new Refused(`missing closing ]: \`${body.slice(from)}\``)
  return { text: `${text}]`, end: at + 1 }
}

function escapeAt(body: string, at: number, inBrackets: boolean) {
  if (at + 1 >= body.length) throw new Refused('trailing backslash at end of expression: ``')
  const found = translateEscape(body, at, inBrackets)
  if (found === null) throw new Refused(`invalid escape sequence: \`${body.slice(at, at + 2)}\``)
  return found
}

function reasonFor(pattern: string): string {
  if (/^[*+?]/.test(pattern)) return 'missing argument to repetition operator'
  const bare = pattern.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '')
  const opened = bare.match(/\(/g)?.length ?? 0
  const closed = bare.match(/\)/g)?.length ?? 0
  if (opened > closed) return 'missing closing )'
  if (closed > opened) return 'unexpected )'
  if (/[*+?][*+]|[*+?]\?[*+?]/.test(bare)) return 'invalid nested repetition operator'
  return 'invalid regular expression'
}
