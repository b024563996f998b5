/**
 * Vitest's global set-up for tests of data: a real PostgreSQL (DATABASE_URL's where that is set, else
 * an embedded one in a temporary folder), and in it one migrated database that every test file clones.
 */
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { applyMigrations } from '../../prisma/apply'
import { runStatement } from './run-statement'
import { startScratchServer } from './scratch-server'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server's maintenance database. */
    databaseServer: string
    /** Name of the migrated database to clone. */
    databaseTemplate: string
  }
}

// Nothing here outlives the run: durability would only cost time.
const SETTINGS = ['fsync=off', 'full_page_writes=off', 'max_connections=300']

export default async function setup(project: TestProject) {
  const external = process.env.DATABASE_URL
  const server = external ? { url: external, stop: async () => {} } : await startScratchServer(SETTINGS)
  const template = `spanwise_template_${process.pid}`
  await runStatement(server.url, `CREATE DATABASE ${template}`)
  const url = new URL(server.url)
  url.pathname = template
  await applyMigrations(url.href, path.join(import.meta.dirname, '../../prisma/migrations'))
  project.provide('databaseServer', server.url)
  project.provide('databaseTemplate', template)
  return async () => {
    await runStatement(server.url, `DROP DATABASE ${template} WITH (FORCE)`)
    await server.stop()
  }
}
