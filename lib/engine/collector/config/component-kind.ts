/** The five kinds of component, in the order in which the Collector reads and validates their sections. */
export const componentKinds = ['receiver', 'exporter', 'processor', 'connector', 'extension'] as const

export type ComponentKind = (typeof componentKinds)[number]

/** The section of the configuration that defines components of a kind. */
export function sectionOf(kind: ComponentKind): `${ComponentKind}s` {
  return `${kind}s`
}
