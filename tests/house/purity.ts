import { lineOf, type Source, walk } from './sources'

const PURE = /^lib\/(engine|problems|simulators|review)\//

type Node = Record<string, unknown> & { start: number }
type Named = { type: string; name?: string } | undefined

/** Time and chance in a pure room: there both are arguments, so that one input gives one answer. */
export function findTimeAndChance(sources: readonly Source[]): string[] {
  return sources
    .filter(({ file }) => PURE.test(file))
    .flatMap(({ file, text, program }) => {
      const found: string[] = []
      walk(program, (raw) => {
        const node = raw as Node
        const fault = nameFault(node)
        if (fault) found.push(`${file}:${lineOf(text, node.start)} uses ${fault}`)
      })
      return found
    })
}

function nameFault(node: Node): string | null {
  const isDate = (value: unknown) => (value as Named)?.name === 'Date'
  if (node.type === 'NewExpression' && isDate(node.callee) && (node.arguments as unknown[]).length === 0) {
    return 'new Date()'
  }
  if (node.type === 'CallExpression' && isDate(node.callee)) return 'Date()'
  if (node.type !== 'MemberExpression') return null
  const name = `${(node.object as Named)?.name}.${(node.property as Named)?.name}`
  return [
    'Date.now',
    'Math.random',
    'performance.now',
    'crypto.getRandomValues',
    'crypto.randomUUID',
  ].includes(name)
    ? name
    : null
}
