/** The project's sources as the house rules see them: their text, their syntax and what they import. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'oxc-parser'

export interface Import {
  specifier: string
  /** The file's path from the root without its ending, or the package's specifier. */
  target: string
  /** Gone once compiled: it cannot pull a module into a bundle, nor close a cycle. */
  typeOnly: boolean
}

export interface Source {
  /** From the root, with forward slashes. */
  file: string
  text: string
  imports: readonly Import[]
  program: ReturnType<typeof parseSync>['program']
}

const root = path.join(import.meta.dirname, '../..')
const FOLDERS = ['app', 'components', 'content', 'lib', 'prisma', 'scripts', 'tests']
/** Not of ours: what tools write, and test vectors, which keep the names that they came with. */
const GENERATED = /^lib\/server\/generated\/|^next-env\.d\.ts$|\.tsbuildinfo$|^tests\/.*\/vectors\//
const CODE = /\.(ts|tsx|mts|mjs)$/

/** Every file of code of ours; nothing generated. */
export function readSources(): Source[] {
  return listFiles()
    .filter((file) => CODE.test(file))
    .map((file) => parseSource(file, readFileSync(path.join(root, file), 'utf8')))
}

/** Every file of ours, from the root: what the folders hold and what stands beside them. */
export function listFiles(): string[] {
  const top = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile())
  const inside = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  )
  return [...top.map((entry) => entry.name), ...inside].filter((file) => !GENERATED.test(file)).sort()
}

/** A source from its text: also how the tests plant a violation. */
export function parseSource(file: string, text: string): Source {
  const { program, module, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`)
  const found = [
    ...module.staticImports.map((item) => ({
      specifier: item.moduleRequest.value,
      typeOnly: item.entries.length > 0 && item.entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap((item) =>
      item.entries
        .filter((entry) => entry.moduleRequest)
        .map((entry) => ({ specifier: entry.moduleRequest!.value, typeOnly: entry.isType })),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
      const literal = text.slice(start, end).match(/^['"`]([^'"`$]*)/)?.[1]
      return literal ? [{ specifier: literal, typeOnly: false }] : []
    }),
  ]
  const imports = found.map((item) => ({ ...item, target: resolve(file, item.specifier) }))
  return { file, text, imports, program }
}

function resolve(file: string, specifier: string): string {
  const local = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), specifier)
      : null
  return local === null ? specifier : local.replace(CODE, '')
}

/** Calls `visit` with every node of the syntax tree. */
export function walk(node: unknown, visit: (node: Record<string, unknown>) => void): void {
  if (Array.isArray(node)) for (const item of node) walk(item, visit)
  else if (typeof node === 'object' && node !== null) {
    if ('type' in node) visit(node as Record<string, unknown>)
    for (const value of Object.values(node)) if (typeof value === 'object') walk(value, visit)
  }
}

/** The line of an offset, from 1. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
