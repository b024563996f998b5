/**
 * A Go (RE2) regular expression as a JavaScript one, or the text of Go's error where it is none.
 *
 * The syntaxes agree but for what is translated here: `(?P<name>)`, leading flags `(?i)`, `\A`, `\z`, `\Q…\E` and
 * POSIX classes. What RE2 refuses (look-around, back references) is refused.
 *
 * Source: https://pkg.go.dev/regexp/syntax.
 */
export function compileGoRegex(pattern: string): RegExp | string {
  const refused = /\(\?(?:[=!]|<[=!])/.exec(pattern)
  if (refused) {
    return `error parsing regexp: invalid or unsupported Perl syntax: \`${pattern.slice(refused.index, refused.index + 3)}\``
  }
  const reference = /(?:^|[^\\])(?:\\\\)*(\\[1-9])/.exec(pattern)
  if (reference) return `error parsing regexp: invalid escape sequence: \`${reference[1]}\``
  let flags = ''
  const leading = /^\(\?([imsU]+)\)/.exec(pattern)
  const body = leading ? pattern.slice(leading[0].length) : pattern
  for (const flag of leading?.[1] ?? '') if (flag !== 'U') flags += flag
  const translated = body
    .replace(/\\Q([\s\S]*?)(?:\\E|$)/g, (_, literal: string) =>
      literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    )
    .replace(/\(\?P</g, '(?<')
    .replace(/\\A/g, '^')
    .replace(/\\z/g, '$')
    .replace(/\[:(\^?)(\w+):\]/g, (whole, negated: string, name: string) =>
      negated === '' ? (posixClasses[name] ?? whole) : whole,
    )
  try {
    return new RegExp(translated, flags)
  } catch {
    return `error parsing regexp: ${reasonFor(body)}: \`${body}\``
  }
}

const posixClasses: Record<string, string> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  digit: '0-9',
  lower: 'a-z',
  space: '\\s',
  upper: 'A-Z',
  word: '\\w',
  xdigit: '0-9A-Fa-f',
}

function reasonFor(pattern: string): string {
  if (/^[*+?]/.test(pattern)) return 'missing argument to repetition operator'
  const bare = pattern.replace(/\\./g, '')
  if ((bare.match(/\[/g)?.length ?? 0) > (bare.match(/\]/g)?.length ?? 0)) return 'missing closing ]'
  const opened = bare.match(/\(/g)?.length ?? 0
  const closed = bare.match(/\)/g)?.length ?? 0
  if (opened > closed) return 'missing closing )'
  if (closed > opened) return 'unexpected )'
  return 'invalid regular expression'
}
