import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { findName, namesIn, renames } from '@/lib/engine/conventions/renames'

const folder = path.dirname(createRequire(import.meta.url).resolve('@opentelemetry/semantic-conventions'))
const declaration = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*declare const (?:ATTR|METRIC)_\w+: "([^"]+)"/g

/** What the package says of each name: the words of its deprecation, or that it is current, and whether it is stable. */
function readPackage() {
  const deprecated = new Map<string, string>()
  const current = new Map<string, boolean>()
  for (const stability of ['experimental', 'stable'])
    for (const noun of ['attributes', 'metrics']) {
      const source = readFileSync(path.join(folder, `${stability}_${noun}.d.mts`), 'utf8')
      for (const [, comment = '', name = ''] of source.matchAll(declaration)) {
        const words = comment.match(/@deprecated ([^\n]*)/)?.[1]
        if (words === undefined) current.set(name, stability === 'stable')
        else deprecated.set(name, words)
      }
    }
  return { deprecated, current }
}

const { deprecated, current } = readPackage()
/** Gone from the package; the schema file of 1.22.0 has their renames. */
const onlyInSchema = ['http.server.duration', 'http.client.duration']

describe.each(renames.map((rename) => [rename.old, rename] as const))('%s', (old, rename) => {
  test('is deprecated, and replaced as the package says', () => {
    if (onlyInSchema.includes(old)) {
      expect(current.has(old) || deprecated.has(old)).toBe(false)
    } else {
      const words = deprecated.get(old)
      expect(words).toBeDefined()
      for (const name of rename.names) expect(words).toContain(`\`${name}\``)
      const units = words!.match(/with unit `(\w+)`/)
      expect(units?.[1]).toBe(rename.unit?.to)
      if (rename.names.length === 0) expect(words).not.toContain('Replaced by')
    }
  })

  test('gives way to names of today, stable where it says so', () => {
    for (const name of rename.names) expect([...current.keys()]).toContain(name)
    const stable = rename.names.length > 0 && rename.names.every((name) => current.get(name))
    expect(rename.stable).toBe(stable)
  })
})

test('no name is listed twice', () => {
  expect(new Set(renames.map(({ old }) => old)).size).toBe(renames.length)
})

test('a name is found as old, as today’s with what it was called, or not at all', () => {
  expect(findName('http.method')).toMatchObject({
    kind: 'renamed',
    rename: { names: ['http.request.method'] },
  })
  expect(findName('http.request.method')).toEqual({
    kind: 'current',
    name: 'http.request.method',
    was: ['http.method'],
  })
  expect(findName('shop.cart')).toEqual({ kind: 'unknown', name: 'shop.cart' })
  expect(findName('__proto__')).toEqual({ kind: 'unknown', name: '__proto__' })
})

test('names are found in a span, in lines and in a query', () => {
  expect(namesIn('{"http.method": "GET", "net.peer.name": "a"}')).toEqual(['http.method', 'net.peer.name'])
  expect(namesIn('db.system=postgresql\ndb.system=mysql')).toEqual(['db.system'])
  expect(namesIn('sum by (http.route) (rate(http.server.duration[5m]))')).toEqual([
    'http.route',
    'http.server.duration',
  ])
  expect(namesIn('no names here.')).toEqual([])
})
