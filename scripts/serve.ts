/**
 * What an image starts: checks the settings, applies the migrations and becomes Next's own server. The
 * build bundles it to `.next/standalone/serve.mjs`, where it needs nothing beside it.
 */
import path from 'node:path'
import { applyMigrations } from '../prisma/apply'
import { checkDatabase } from './external-database'

try {
  const { env } = await import('../lib/server/env')
  await checkDatabase(env.DATABASE_URL)
  const applied = await applyMigrations(env.DATABASE_URL, path.join(import.meta.dirname, 'prisma/migrations'))
  for (const name of applied) console.log(`Applied migration ${name}.`)
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
// Beside this file once it is built.
const server = './server.js'
await import(server)
