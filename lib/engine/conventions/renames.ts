import { attributeTable, metricTable } from './rename-table'

/** An old name of the semantic conventions, and what is written today. */
export interface Rename {
  readonly kind: 'attribute' | 'metric'
  readonly old: string
  /** None where it was removed; several where it was split, or where it depends. */
  readonly names: readonly string[]
  /** Version of the semantic conventions; null where their schema files do not say. */
  readonly since: string | null
  /** Whether all of `names` are stable. */
  readonly stable: boolean
  /** A change of unit: what was multiplied, compared or drawn with the old one is wrong now. */
  readonly unit: { readonly from: string; readonly to: string } | null
  /** What a rename alone does not tell; '' for nothing. */
  readonly note: string
}

function parse(kind: Rename['kind'], table: string): Rename[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [facts = '', note = ''] = line.split(' #')
      const [old = '', rest = ''] = facts.replace(' =', ' = ').split(' = ')
      const words = rest.split(' ').filter((word) => word !== '' && word !== '|')
      const unit = words.find((word) => word.includes('>'))
      const [from = '', to = ''] = unit?.split('>') ?? []
      const since = words.find((word) => word.startsWith('@'))
      return {
        kind,
        old: old.trim(),
        names: words.filter((word) => /^[a-z]/.test(word) && word !== unit),
        since: since?.slice(1) ?? null,
        stable: words.includes('!'),
        unit: unit ? { from, to } : null,
        note,
      }
    })
}

/** The renames that people still meet: HTTP, network, databases, RPC, messaging, resources. Not all that there are. */
export const renames: readonly Rename[] = [
  ...parse('attribute', attributeTable),
  ...parse('metric', metricTable),
]

const byOld = new Map(renames.map((rename) => [rename.old, rename]))
const current = new Set(renames.flatMap(({ names }) => names))

/** What is known of a name. */
export type NameFinding =
  | { readonly kind: 'renamed'; readonly name: string; readonly rename: Rename }
  | { readonly kind: 'current'; readonly name: string; readonly was: readonly string[] }
  | { readonly kind: 'unknown'; readonly name: string }

/** Looks a name up: an old one with its rename, one of today's with what it was called, or one that is not in the table. */
export function findName(name: string): NameFinding {
  const rename = byOld.get(name)
  if (rename) return { kind: 'renamed', name, rename }
  if (!current.has(name)) return { kind: 'unknown', name }
  const was = renames.filter(({ names }) => names.includes(name)).map(({ old }) => old)
  return { kind: 'current', name, was }
}

/** Dotted names in a text of any kind, in order and each once: a list, a span as JSON, `key=value` lines, a query. */
export function namesIn(text: string): string[] {
  const found = text.match(/[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+/g) ?? []
  return [...new Set(found)]
}
