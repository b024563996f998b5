/** The shape of settings, as the Go structs behind them are: what a value may be, and which keys there are. */
export type Schema =
  | { readonly type: 'any' | 'string' | 'bool' | 'float' | 'duration' | 'id' }
  | { readonly type: 'int' | 'uint'; readonly bits: 32 | 64 }
  /** One of some words, in any case; `refusal` with the word after it is what another word is answered. */
  | { readonly type: 'choice'; readonly words: readonly string[]; readonly refusal: (word: string) => string }
  | { readonly type: 'list'; readonly of: Schema }
  | { readonly type: 'map'; readonly of: Schema }
  | StructSchema

export interface StructSchema {
  readonly type: 'struct'
  readonly fields: Readonly<Record<string, Schema>>
  /** What keys outside `fields` may hold; without it they are invalid. */
  readonly rest?: Schema
}

export const any = { type: 'any' } as const
export const string = { type: 'string' } as const
export const bool = { type: 'bool' } as const
export const float = { type: 'float' } as const
export const duration = { type: 'duration' } as const
export const id = { type: 'id' } as const
export const int64 = { type: 'int', bits: 64 } as const
export const int32 = { type: 'int', bits: 32 } as const
export const uint64 = { type: 'uint', bits: 64 } as const
export const uint32 = { type: 'uint', bits: 32 } as const

/** A slice. */
export function list(of: Schema): Schema {
  return { type: 'list', of }
}

/** A map from strings. */
export function map(of: Schema): Schema {
  return { type: 'map', of }
}

/** A string with its own UnmarshalText, which knows these words and refuses others. */
export function choice(words: readonly string[], refusal: (word: string) => string): Schema {
  return { type: 'choice', words, refusal }
}

/** A struct; with `rest` it takes any other key too, as mapstructure's `,remain`. */
export function struct(fields: Readonly<Record<string, Schema>>, rest?: Schema): StructSchema {
  return rest === undefined ? { type: 'struct', fields } : { type: 'struct', fields, rest }
}

/** Go's name of the type, for messages. */
export function goType(schema: Schema): string {
  switch (schema.type) {
    case 'any':
      return 'interface {}'
    case 'int':
    case 'uint':
      return `${schema.type}${schema.bits}`
    case 'float':
      return 'float64'
    case 'duration':
      return 'time.Duration'
    case 'choice':
      return 'string'
    case 'id':
      return 'component.ID'
    case 'list':
      return `[]${goType(schema.of)}`
    case 'map':
      return `map[string]${goType(schema.of)}`
    default:
      return schema.type
  }
}
