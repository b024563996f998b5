/** A component's or a pipeline's id, `type` or `type/name`. */
export interface ComponentId {
  readonly type: string
  /** '' where there is none. */
  readonly name: string
}

export type IdResult =
  | { readonly ok: true; readonly id: ComponentId }
  | { readonly ok: false; readonly message: string }

export const signals = ['traces', 'metrics', 'logs', 'profiles'] as const
export type Signal = (typeof signals)[number]

const typePattern = /^[a-zA-Z][0-9a-zA-Z_]{0,62}$/
const namePattern = /^[^\p{Z}\p{C}\p{S}]+$/u
const longestName = 1024

/**
 * Parses the id of a component. Both parts are trimmed; the error is the Collector's text.
 *
 * Source: component/identifiable.go ID.UnmarshalText.
 */
export function parseComponentId(text: string): IdResult {
  const parts = split(text)
  if (typeof parts === 'string') return { ok: false, message: parts }
  if (!typePattern.test(parts.type)) {
    return refuse(text, `invalid character(s) in type ${JSON.stringify(parts.type)}`)
  }
  return withName(text, parts)
}

/**
 * Parses the id of a pipeline: a signal, and a name after a slash.
 *
 * Source: pipeline/pipeline.go ID.UnmarshalText.
 */
export function parsePipelineId(text: string): IdResult {
  const parts = split(text)
  if (typeof parts === 'string') return { ok: false, message: parts }
  if (!(signals as readonly string[]).includes(parts.type)) {
    return refuse(text, `unknown pipeline signal: ${JSON.stringify(parts.type)}`)
  }
  return withName(text, parts)
}

/** An id as the Collector prints it. Source: component/identifiable.go ID.String. */
export function formatId({ type, name }: ComponentId): string {
  return name === '' ? type : `${type}/${name}`
}

function refuse(text: string, reason: string): IdResult {
  return { ok: false, message: `in ${JSON.stringify(text)} id: ${reason}` }
}

function split(text: string): ComponentId | string {
  const slash = text.indexOf('/')
  const type = (slash < 0 ? text : text.slice(0, slash)).trim()
  if (slash < 0) return type === '' ? 'id must not be empty' : { type, name: '' }
  const quoted = JSON.stringify(text)
  if (type === '') return `in ${quoted} id: the part before / should not be empty`
  const name = text.slice(slash + 1).trim()
  return name === '' ? `in ${quoted} id: the part after / should not be empty` : { type, name }
}

function withName(text: string, id: ComponentId): IdResult {
  const quoted = JSON.stringify(id.name)
  if (id.name.length > longestName) {
    return refuse(
      text,
      `name ${quoted} is longer than ${longestName} characters (${id.name.length} characters)`,
    )
  }
  if (id.name !== '' && !namePattern.test(id.name))
    return refuse(text, `invalid character(s) in name ${quoted}`)
  return { ok: true, id }
}
