/** A map of settings, or nothing where something else stands. A component whose shape is not checked may hold anything. */
export type Given = { readonly [key: string]: unknown }

/** A section of settings; empty where there is none. */
export function sectionIn(value: unknown): Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Given) : {}
}

/** The maps in a list. */
export function sectionsIn(value: unknown): Given[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : []
}

/** The texts in a list. */
export function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** A text; undefined where something else stands. */
export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
