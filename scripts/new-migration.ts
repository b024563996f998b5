/**
 * `npm run migration <name>`: writes the SQL that leads from the last migration's schema to the present
 * one. Each migration keeps its schema beside it: what the next one is compared with, and what a test
 * compares with the present, so that no change of the schema is forgotten.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { diffSchemas } from '../prisma/author'
import { lastSchema } from '../prisma/snapshot'
import { checkDatabase } from './external-database'
import { holdDatabase } from './postgres/lease'
import { Refusal } from './refusal'

const root = path.join(import.meta.dirname, '..')

async function main(name: string | undefined) {
  if (!name || !/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name)) {
    throw new Refusal('Name the migration in snake_case: npm run migration add_notes')
  }
  const given = process.env.DATABASE_URL
  if (given) await checkDatabase(given)
  const lease = given
    ? { url: given, release: async () => {} }
    : await holdDatabase(path.resolve(root, process.env.DATA_DIR || '.data'))
  try {
    const schema = await readFile(path.join(root, 'prisma/schema.prisma'), 'utf8')
    const sql = await diffSchemas(await lastSchema(path.join(root, 'prisma/migrations')), schema, lease.url)
    if (!sql) throw new Refusal('The schema says nothing that the last migration does not: change it first.')
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
    const folder = path.join(root, 'prisma/migrations', `${stamp}_${name}`)
    await mkdir(folder)
    await writeFile(path.join(folder, 'migration.sql'), `${sql}\n`)
    await writeFile(path.join(folder, 'schema.prisma'), schema)
    console.log(`Wrote ${path.relative(root, folder)}: read it, and run npm start to apply it.`)
  } finally {
    await lease.release()
  }
}

main(process.argv[2]).then(
  () => process.exit(0),
  (error) => {
    console.error(error instanceof Refusal ? error.message : error)
    process.exit(1)
  },
)
