import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

export interface KnownNames {
  current: ReadonlySet<string>
  deprecated: ReadonlySet<string>
  /** Those of the current that will not change any more. */
  stable: ReadonlySet<string>
  /** First parts of all names: `http`, `db`, … A name that starts with one belongs to the conventions. */
  namespaces: ReadonlySet<string>
}

const folder = path.dirname(createRequire(import.meta.url).resolve('@opentelemetry/semantic-conventions'))
const declaration = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*declare const (?:ATTR|METRIC|EVENT)_\w+: "([^"]+)"/g

/**
 * Attribute, metric and event names of @opentelemetry/semantic-conventions. Read from its declarations,
 * because only their comments tell which names are deprecated.
 */
export function readKnownNames(): KnownNames {
  const current = new Set<string>()
  const deprecated = new Set<string>()
  const stable = new Set<string>()
  for (const stability of ['stable', 'experimental'])
    for (const noun of ['attributes', 'metrics', 'events']) {
      const source = readFileSync(path.join(folder, `${stability}_${noun}.d.mts`), 'utf8')
      for (const [, comment = '', name = ''] of source.matchAll(declaration))
        if (comment.includes('@deprecated')) deprecated.add(name)
        else {
          current.add(name)
          if (stability === 'stable') stable.add(name)
        }
    }
  for (const name of current) deprecated.delete(name)
  const namespaces = new Set([...current, ...deprecated].map((name) => name.split('.')[0]!))
  return { current, deprecated, stable, namespaces }
}
