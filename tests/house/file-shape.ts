import type { Source } from './sources'

const LONGEST = 300

/** The engine's one list of what it offers: as long as the engine is wide, and without a line of logic. */
const LISTING = 'lib/engine/index.ts'

/** A file longer than anybody reads at once. */
export function findLongFiles(sources: readonly Source[]): string[] {
  return sources
    .map(({ file, text }) => ({ file, lines: text.trimEnd().split('\n').length }))
    .filter(({ file, lines }) => lines > LONGEST && file !== LISTING)
    .map(({ file, lines }) => `${file} has ${lines} lines: split it before ${LONGEST}`)
}

/** A file of lib/server that a browser's bundle could take in unnoticed. */
export function findUnguardedServerFiles(sources: readonly Source[]): string[] {
  return sources
    .filter(({ file }) => file.startsWith('lib/server/'))
    .filter(({ text }) => !text.startsWith("import 'server-only'\n"))
    .map(({ file }) => `${file} must begin with import 'server-only'`)
}

/** A door from the browser where nobody looks for one: what 'use server' exports can be called by anyone. */
export function findStrayDoors(sources: readonly Source[]): string[] {
  return sources.flatMap(({ file, text }) => {
    const door = /^\s*['"]use server['"]/m.test(text)
    const room = file.startsWith('lib/actions/')
    if (door && !room) return [`${file} says 'use server' outside lib/actions`]
    if (!door && room) return [`${file} lies in lib/actions without 'use server'`]
    return []
  })
}

/** An export of lib that says nothing of itself. */
export function findUndocumentedExports(sources: readonly Source[]): string[] {
  return sources
    .filter(({ file }) => /^lib\/.*\.ts$/.test(file))
    .flatMap(({ file, text, program }) =>
      program.body.flatMap((node) => {
        if (node.type !== 'ExportNamedDeclaration' || node.declaration?.type !== 'FunctionDeclaration')
          return []
        const documented = text.slice(0, node.start).trimEnd().endsWith('*/')
        return documented ? [] : [`${file}: ${node.declaration.id?.name} has no docstring`]
      }),
    )
}
