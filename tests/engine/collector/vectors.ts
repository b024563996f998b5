import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A case of the collected vectors; the shapes of input and expected differ from file to file. */
export interface VectorCase {
  readonly name: string
  // biome-ignore lint/suspicious/noExplicitAny: the files hold many shapes, each test knows its own
  readonly input: any
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly expected: any
}

export function readVectors(name: string): VectorCase[] {
  const file = path.join(import.meta.dirname, '../vectors', `${name}.json`)
  return JSON.parse(readFileSync(file, 'utf8')).cases
}
