/**
 * A database of the test file's own, cloned from the migrated template. A set-up file of the `server`
 * project, so that DATABASE_URL points at the clone before anything of lib/server is loaded.
 */
import { afterAll, inject } from 'vitest'
import { runStatement } from './run-statement'

const server = inject('databaseServer')
const name = `spanwise_test_${process.pid}_${Math.random().toString(36).slice(2)}`

await runStatement(server, `CREATE DATABASE ${name} TEMPLATE ${inject('databaseTemplate')}`)
const address = new URL(server)
address.pathname = name

/** Address of this test file's database. */
export const databaseUrl = address.href
process.env.DATABASE_URL = databaseUrl

const { database, pool } = await import('../../lib/server/database')

export { database, pool }

afterAll(async () => {
  await database.$disconnect()
  await pool.end()
  await runStatement(server, `DROP DATABASE ${name} WITH (FORCE)`)
})

/** A learner's row, as sign-up would leave it. `createdAt` defaults to long before any event of a test. */
export async function createUser(fields: { email?: string; zone?: string; createdAt?: Date } = {}) {
  return database.user.create({
    data: {
      email: fields.email ?? `${crypto.randomUUID()}@example.test`,
      zone: fields.zone ?? 'Europe/Berlin',
      createdAt: fields.createdAt ?? new Date('2020-01-01T00:00:00Z'),
    },
  })
}
