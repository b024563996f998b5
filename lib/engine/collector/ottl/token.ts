/** A token of OTTL. Source: contrib pkg/ottl/grammar.go buildLexer; the order of the rules matters. */
export interface Token {
  readonly kind: TokenKind
  readonly text: string
  /** Characters before it. */
  readonly at: number
}

const rules = [
  ['Bytes', /0x[a-fA-F0-9]+/y],
  ['Float', /[-+]?\d*\.\d+(?:[eE][-+]?\d+)?/y],
  ['Int', /[-+]?\d+/y],
  ['String', /"(?:\\.|[^\\"])*"/y],
  ['OpNot', /\bnot\b/y],
  ['OpOr', /\bor\b/y],
  ['OpAnd', /\band\b/y],
  ['OpComparison', /==|!=|>=|<=|>|</y],
  ['OpAddSub', /[+-]/y],
  ['OpMultDiv', /[/*]/y],
  ['Boolean', /\b(?:true|false)\b/y],
  ['Equal', /=/y],
  ['Punct', /[(){}:,.[\]]/y],
  ['Uppercase', /[A-Z][A-Z0-9_]*/y],
  ['Lowercase', /[a-z][a-z0-9_]*/y],
] as const

export type TokenKind = (typeof rules)[number][0] | 'End'

/** The tokens of a text, the last of kind End; or the position of the first character that begins none. */
export function tokenise(text: string): Token[] | { readonly at: number } {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const space = /\s+/y
    space.lastIndex = at
    if (space.test(text)) at = space.lastIndex
    if (at >= text.length) break
    const token = tokenAt(text, at)
    if (token === null) return { at }
    tokens.push(token)
    at += token.text.length
  }
  tokens.push({ kind: 'End', text: '<EOF>', at: text.length })
  return tokens
}

function tokenAt(text: string, at: number): Token | null {
  for (const [kind, pattern] of rules) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) return { kind, text: match[0], at }
  }
  return null
}
