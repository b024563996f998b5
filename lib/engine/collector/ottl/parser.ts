import type { Call, Comparison, Condition, PathField, Statement, Value } from './syntax'
import { type Token, type TokenKind, tokenise } from './token'

/** How deep brackets may stand in each other before the parser refuses. */
const deepest = 200

/** A refusal on the way; caught where alternatives are tried and at the door. */
class Unexpected extends Error {
  constructor(readonly token: Token) {
    super(token.text)
  }
}

/**
 * Parses an OTTL boolean expression. Never throws: the failure names the column (from 1) and the token.
 *
 * Source: contrib pkg/ottl/grammar.go; LANGUAGE.md.
 */
export function parseCondition(
  text: string,
): { readonly ok: true; readonly condition: Condition } | { readonly ok: false; readonly message: string } {
  const parsed = parse(text, (parser) => parser.whole())
  return parsed.ok ? { ok: true, condition: parsed.value } : parsed
}

/**
 * Parses an OTTL statement, an editor and perhaps `where` with a condition. Never throws, as `parseCondition`.
 *
 * Source: contrib pkg/ottl/grammar.go parsedStatement.
 */
export function parseStatement(
  text: string,
): { readonly ok: true; readonly statement: Statement } | { readonly ok: false; readonly message: string } {
  const parsed = parse(text, (parser) => parser.statement())
  return parsed.ok ? { ok: true, statement: parsed.value } : parsed
}

function parse<T>(
  text: string,
  read: (parser: Parser) => T,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string } {
  const tokens = tokenise(text)
  if (!Array.isArray(tokens)) {
    const rest = JSON.stringify(text.slice(tokens.at, tokens.at + 16))
    return { ok: false, message: `1:${tokens.at + 1}: invalid input text ${rest}` }
  }
  const parser = new Parser(tokens)
  try {
    return { ok: true, value: read(parser) }
  } catch (failure) {
    if (!(failure instanceof Unexpected)) throw failure
    const token = parser.furthest
    return { ok: false, message: `1:${token.at + 1}: unexpected token ${JSON.stringify(token.text)}` }
  }
}

class Parser {
  private position = 0
  private depth = 0
  /** The furthest token that fitted nowhere: the best place to point at. */
  furthest: Token

  constructor(private readonly tokens: readonly Token[]) {
    this.furthest = tokens[0]!
  }

  whole(): Condition {
    const condition = this.or()
    if (this.peek().kind !== 'End') this.refuse()
    return condition
  }

  statement(): Statement {
    const name = (this.accept('Lowercase') ?? this.refuse()).text
    const args = this.args()
    const isGuarded = this.peek().kind === 'Lowercase' && this.peek().text === 'where'
    if (isGuarded) this.position += 1
    const where = isGuarded ? this.or() : null
    if (this.peek().kind !== 'End') this.refuse()
    return { editor: { name, args, keys: [] }, where }
  }

  private or(): Condition {
    const parts = [this.and()]
    while (this.accept('OpOr')) parts.push(this.and())
    return parts.length === 1 ? parts[0]! : { kind: 'or', parts }
  }

  private and(): Condition {
    const parts = [this.negatable()]
    while (this.accept('OpAnd')) parts.push(this.negatable())
    return parts.length === 1 ? parts[0]! : { kind: 'and', parts }
  }

  private negatable(): Condition {
    if (this.accept('OpNot')) return { kind: 'not', part: this.operand() }
    return this.operand()
  }

  private operand(): Condition {
    return this.nested(() => {
      const start = this.position
      const comparison = this.attempt(() => this.comparison())
      if (comparison) return comparison
      this.position = start
      const boolean = this.accept('Boolean')
      if (boolean) return { kind: 'constant', value: boolean.text === 'true' }
      if (this.peek().kind === 'Uppercase') return { kind: 'converter', call: this.call() }
      this.expect('(')
      const inner = this.or()
      this.expect(')')
      return inner
    })
  }

  private comparison(): Condition {
    const left = this.value()
    const operator = this.accept('OpComparison') ?? this.refuse()
    return { kind: 'compare', operator: operator.text as Comparison, left, right: this.value() }
  }

  private value(): Value {
    return this.nested(() => {
      const bytes = this.accept('Bytes')
      if (bytes) return { kind: 'bytes', hex: bytes.text.slice(2).toLowerCase() }
      const string = this.accept('String')
      if (string) return { kind: 'literal', value: unquote(string.text) }
      const boolean = this.accept('Boolean')
      if (boolean) return { kind: 'literal', value: boolean.text === 'true' }
      if (this.peek().text === '[') return this.list()
      if (this.peek().text === '{') return this.map()
      if (this.peek().kind === 'Lowercase' && this.peek().text === 'nil') {
        this.position += 1
        return { kind: 'literal', value: null }
      }
      return this.sum()
    })
  }

  private sum(): Value {
    let left = this.product()
    for (let sign = this.accept('OpAddSub'); sign; sign = this.accept('OpAddSub')) {
      left = { kind: 'math', operator: sign.text as '+' | '-', left, right: this.product() }
    }
    return left
  }

  private product(): Value {
    let left = this.factor()
    for (let sign = this.accept('OpMultDiv'); sign; sign = this.accept('OpMultDiv')) {
      left = { kind: 'math', operator: sign.text as '*' | '/', left, right: this.factor() }
    }
    return left
  }

  private factor(): Value {
    const number = this.accept('Float') ?? this.accept('Int')
    if (number) return { kind: 'literal', value: Number(number.text) }
    if (this.peek().text === '(') {
      this.position += 1
      const inner = this.nested(() => this.sum())
      this.expect(')')
      return inner
    }
    if (this.peek().kind === 'Uppercase') {
      const next = this.tokens[this.position + 1]!
      if (next.text !== '(' && next.kind !== 'Lowercase' && next.kind !== 'Uppercase') {
        this.position += 1
        return { kind: 'enum', name: this.tokens[this.position - 1]!.text }
      }
      return { kind: 'call', call: this.call() }
    }
    return { kind: 'path', fields: this.path() }
  }

  private path(): PathField[] {
    const fields: PathField[] = []
    do {
      const name = this.accept('Lowercase') ?? this.refuse()
      fields.push({ name: name.text, keys: this.keys() })
    } while (this.punctuation('.'))
    return fields
  }

  private keys(): Value[] {
    const keys: Value[] = []
    while (this.punctuation('[')) {
      keys.push(this.value())
      this.expect(']')
    }
    return keys
  }

  private call(): Call {
    let name = (this.accept('Uppercase') ?? this.refuse()).text
    for (let part = this.namePart(); part; part = this.namePart()) name += part.text
    return { name, args: this.args(), keys: this.keys() }
  }

  private args(): Call['args'] {
    this.expect('(')
    const args: { name: string | null; value: Value }[] = []
    if (this.peek().text !== ')') {
      do {
        const named = this.peek().kind === 'Lowercase' && this.tokens[this.position + 1]!.kind === 'Equal'
        const argument = named ? this.peek().text : null
        if (named) this.position += 2
        args.push({ name: argument, value: this.value() })
      } while (this.punctuation(','))
    }
    this.expect(')')
    return args
  }

  private namePart(): Token | null {
    return this.accept('Uppercase') ?? this.accept('Lowercase')
  }

  private list(): Value {
    this.expect('[')
    const items: Value[] = []
    while (this.peek().text !== ']') {
      items.push(this.value())
      if (!this.punctuation(',')) break
    }
    this.expect(']')
    return { kind: 'list', items }
  }

  private map(): Value {
    this.expect('{')
    const entries: [string, Value][] = []
    while (this.peek().text !== '}') {
      const key = this.accept('String') ?? this.refuse()
      this.expect(':')
      entries.push([unquote(key.text), this.value()])
      if (!this.punctuation(',')) break
    }
    this.expect('}')
    return { kind: 'map', entries }
  }

  private peek(): Token {
    return this.tokens[this.position]!
  }

  private accept(kind: TokenKind): Token | null {
    const token = this.peek()
    if (token.kind !== kind) return null
    this.position += 1
    return token
  }

  private punctuation(text: string): boolean {
    if (this.peek().kind !== 'Punct' || this.peek().text !== text) return false
    this.position += 1
    return true
  }

  private expect(text: string): void {
    if (!this.punctuation(text)) this.refuse()
  }

  private refuse(): never {
    const token = this.peek()
    if (token.at >= this.furthest.at) this.furthest = token
    throw new Unexpected(token)
  }

  private attempt<T>(parse: () => T): T | null {
    try {
      return parse()
    } catch (failure) {
      if (failure instanceof Unexpected) return null
      throw failure
    }
  }

  private nested<T>(parse: () => T): T {
    if (this.depth >= deepest) this.refuse()
    this.depth += 1
    try {
      return parse()
    } finally {
      this.depth -= 1
    }
  }
}

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '"': '"', '\\': '\\' }

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/g, (whole, letter: string) => escapes[letter] ?? whole)
}
