/**
 * Applies prisma/migrations to a database: one advisory lock, one transaction a file, and the rows
 * that Prisma's own engine would write, so that its history reads clean. Several instances may start
 * at once: the lock makes the others wait, and they then find nothing left to do.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'

const LOCK = 72_707_369

export class MigrationError extends Error {
  override name = 'MigrationError'
}

/** Returns the names applied, in order; throws MigrationError naming the file that failed. */
export async function applyMigrations(databaseUrl: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await client.query(HISTORY)
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    const done = new Map(rows.map((row) => [row.migration_name, row.checksum]))
    const applied: string[] = []
    for (const migration of await readMigrations(folder)) {
      const before = done.get(migration.name)
      if (before === migration.checksum) continue
      if (before) throw new MigrationError(`Migration ${migration.name} was changed after it was applied.`)
      await applyOne(client, migration)
      applied.push(migration.name)
    }
    return applied
  } finally {
    await client.end()
  }
}

/** Migrations in the folder that the database has not applied. */
export async function pendingMigrations(databaseUrl: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows: exists } = await client.query("SELECT to_regclass('_prisma_migrations') AS found")
    const { rows } = exists[0].found
      ? await client.query('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL')
      : { rows: [] }
    const done = new Set(rows.map((row) => row.migration_name))
    return (await readMigrations(folder)).map((m) => m.name).filter((name) => !done.has(name))
  } finally {
    await client.end()
  }
}

interface Migration {
  name: string
  sql: string
  /** SHA-256 of the file, in hex: what Prisma's engine stores. */
  checksum: string
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function applyOne(client: pg.Client, { name, sql, checksum }: Migration) {
  try {
    await client.query('BEGIN')
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES (gen_random_uuid()::text, $1, $2, now(), now(), 1)`,
      [checksum, name],
    )
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw new MigrationError(`Migration ${name} failed: ${(cause as Error).message}`, { cause })
  }
}

const HISTORY = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`
