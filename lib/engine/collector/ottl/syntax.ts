/** The tree of an OTTL condition. Source: contrib pkg/ottl/grammar.go. */
export type Condition =
  | { readonly kind: 'or' | 'and'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'converter'; readonly call: Call }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: Value; readonly right: Value }

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>='

export type Value =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'bytes'; readonly hex: string }
  | { readonly kind: 'enum'; readonly name: string }
  | { readonly kind: 'path'; readonly fields: readonly PathField[] }
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [string, Value])[] }
  | {
      readonly kind: 'math'
      readonly operator: '+' | '-' | '*' | '/'
      readonly left: Value
      readonly right: Value
    }

export interface PathField {
  readonly name: string
  readonly keys: readonly Value[]
}

export interface Call {
  readonly name: string
  readonly args: readonly { readonly name: string | null; readonly value: Value }[]
  readonly keys: readonly Value[]
}

/** `editor(target, …) where condition`. */
export interface Statement {
  readonly editor: Call
  readonly where: Condition | null
}
