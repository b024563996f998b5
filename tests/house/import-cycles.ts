import type { Source } from './sources'

/** Modules that need one another to load. Types do not count: they are gone by then. */
export function findImportCycles(sources: readonly Source[]): string[] {
  const edges = new Map(sources.map((source) => [nameOf(source.file), source]))
  const state = new Map<string, 'open' | 'done'>()
  const trail: string[] = []
  const found: string[] = []

  function visit(name: string) {
    const source = edges.get(name)
    if (!source || state.get(name) === 'done') return
    if (state.get(name) === 'open') {
      found.push([...trail.slice(trail.indexOf(name)), name].join(' → '))
      return
    }
    state.set(name, 'open')
    trail.push(name)
    for (const { target, typeOnly } of source.imports) {
      if (!typeOnly) visit(edges.has(target) ? target : `${target}/index`)
    }
    trail.pop()
    state.set(name, 'done')
  }

  for (const name of edges.keys()) visit(name)
  return found
}

const nameOf = (file: string) => file.replace(/\.\w+$/, '')
