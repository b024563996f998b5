import { readdirSync } from 'node:fs'
import path from 'node:path'

const app = path.join(import.meta.dirname, '../../../app')

/** What stands in for the parts of an address that vary. A new one without a line here fails. */
const EXAMPLES: Record<string, string> = {
  lesson: 'the-opentelemetry-mental-model',
  name: 'propagation',
  card: 'drawn-series',
}

/** The address of every page, read off app/, with an example for each part that varies. */
export function listPages(): string[] {
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'page.tsx')
    .map((file) => file.split(path.sep).slice(0, -1))
    .map(
      (parts) =>
        `/${parts
          .filter((part) => !part.startsWith('('))
          .map(fill)
          .join('/')}`,
    )
    .sort()
}

function fill(part: string): string {
  const name = part.match(/^\[+(?:\.\.\.)?(\w+)\]+$/)?.[1]
  if (name === undefined) return part
  const example = EXAMPLES[name]
  if (example === undefined) throw new Error(`tests/e2e/support/routes.ts has no example for [${name}].`)
  return example
}
