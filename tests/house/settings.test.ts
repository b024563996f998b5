import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readSources } from './sources'

const root = path.join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

/** Set by Node, Next, the shell or the tests; nobody chooses them for this product. */
const NOT_OURS = new Set(['NODE_ENV', 'NEXT_RUNTIME', 'NEXT_PHASE', 'PATH', 'PRISMA_SCHEMA_ENGINE_BINARY'])

function namesInCode(): string[] {
  const named = readSources()
    .filter(({ file }) => !file.startsWith('tests/'))
    .flatMap(({ text }) =>
      [...text.matchAll(/\b(?:process\.)?env\.([A-Z][A-Z_]+)\b/g)].map(([, name]) => name!),
    )
  const schema = [...read('lib/server/env.ts').matchAll(/^ {4}([A-Z][A-Z_]+):/gm)].map(([, name]) => name!)
  return [...new Set([...named, ...schema])].filter(
    (name) => !NOT_OURS.has(name) && !name.startsWith('SPANWISE_'),
  )
}

test('README lists every setting that the code reads', () => {
  const listed = new Set([...read('README.md').matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name]) => name))
  expect(namesInCode().filter((name) => !listed.has(name) && name !== 'HOSTNAME')).toEqual([])
})

test('.env.example offers what README lists, and nothing else', () => {
  const table = read('README.md').match(/\| variable \|[\s\S]*?\n\n/)![0]
  const cells = [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(
    ([, cell]) => cell!.match(/(?<=`)[A-Z][A-Z_]+(?=`)/g) ?? [],
  )
  const offered = [...read('.env.example').matchAll(/^([A-Z][A-Z_]+)=/gm)].map(([, name]) => name!)
  // The tests' browser is a matter of the machine, not of an installation.
  expect(offered.sort()).toEqual(cells.filter((name) => name !== 'CHROMIUM_PATH').sort())
})
