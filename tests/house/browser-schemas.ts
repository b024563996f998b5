import type { Source } from './sources'

/**
 * Ways by which a browser would get `zod` whole. One page that has it costs all others: a bundler keeps of a package what
 * any page uses of it. What runs in a browser says what it expects with `zod/mini`, or leaves that to the server.
 */
export function findWholeSchemas(sources: readonly Source[]): string[] {
  const byName = new Map(sources.map((source) => [source.file.replace(/\.\w+$/, ''), source]))
  const cameFrom = new Map<string, string | null>()
  const open = [...byName].filter(([, { text }]) => /^['"]use client['"]/.test(text)).map(([name]) => name)
  for (const name of open) cameFrom.set(name, null)
  const found: string[] = []
  for (let name = open.pop(); name !== undefined; name = open.pop())
    for (const { target, typeOnly } of byName.get(name)!.imports) {
      if (typeOnly) continue
      if (target === 'zod') found.push(wayTo(name, cameFrom))
      // Behind these doors is the server: a page has their addresses only.
      if (target.startsWith('lib/actions/')) continue
      const next = byName.has(target) ? target : `${target}/index`
      if (!byName.has(next) || cameFrom.has(next)) continue
      cameFrom.set(next, name)
      open.push(next)
    }
  return found
}

function wayTo(name: string, cameFrom: ReadonlyMap<string, string | null>): string {
  const way = [name]
  for (let before = cameFrom.get(name); before; before = cameFrom.get(before)) way.unshift(before)
  return [...way, 'zod'].join(' → ')
}
