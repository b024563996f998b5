import path from 'node:path'

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/
const VAGUE = new Set(['utils', 'util', 'helpers', 'helper', 'misc', 'common', 'types', 'constants'])
/** Names that others chose: Next's special folders, Prisma's migrations, hidden files, papers in capitals. */
const OTHERS =
  /^(\.|\(\w+\)$|\[{1,2}[.\w]+\]{1,2}$|\d{14}_\w+$|_\w+$|LICENSE$|README$|CONTRIBUTING$|Dockerfile$)/

/** A file or folder whose name is not in kebab-case, or says nothing of what is in it. */
export function findPoorNames(files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const names = file.split('/')
    const last = names.pop()!
    const words = [...names, last.startsWith('.') ? last : last.split('.')[0]!]
    return words.flatMap((word) => {
      if (VAGUE.has(word)) return [`${file}: "${word}" says nothing of what is in it`]
      return OTHERS.test(word) || KEBAB.test(word)
        ? []
        : [`${file}: "${path.basename(word)}" is not in kebab-case`]
    })
  })
}
