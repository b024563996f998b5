import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * The schema that the migrations lead to, as kept beside the last one that changed it; null where there is
 * none. A migration that only adds what the schema cannot say (a trigger, a partial index) keeps none.
 */
export async function lastSchema(folder: string): Promise<string | null> {
  const entries = await readdir(folder)
  const kept = entries
    .map((name) => path.join(folder, name, 'schema.prisma'))
    .filter((file) => existsSync(file))
  const last = kept.sort().at(-1)
  return last === undefined ? null : readFile(last, 'utf8')
}
