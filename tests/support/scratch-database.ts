import path from 'node:path'
import { applyMigrations } from '../../prisma/apply'
import { runStatement } from './run-statement'
import { startScratchServer } from './scratch-server'

export interface ScratchDatabase {
  url: string
  drop(): Promise<void>
}

/** A migrated database of one's own: on DATABASE_URL's server where that is set, else on an embedded one. */
export async function makeScratchDatabase(): Promise<ScratchDatabase> {
  const external = process.env.DATABASE_URL
  const server = external ? { url: external, stop: async () => {} } : await startScratchServer(['fsync=off'])
  const name = `spanwise_scratch_${process.pid}_${Date.now()}`
  await runStatement(server.url, `CREATE DATABASE ${name}`)
  const address = new URL(server.url)
  address.pathname = name
  await applyMigrations(address.href, path.join(import.meta.dirname, '../../prisma/migrations'))
  return {
    url: address.href,
    async drop() {
      await runStatement(server.url, `DROP DATABASE ${name} WITH (FORCE)`)
      await server.stop()
    },
  }
}
