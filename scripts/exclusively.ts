import { createHash } from 'node:crypto'
import os from 'node:os'
import pg from 'pg'

/**
 * Runs the work while nobody else on this machine runs work of this name. An advisory lock of the
 * database holds it, because that one is dropped whatever happens to its holder.
 */
export async function exclusively<T>(databaseUrl: string, name: string, work: () => Promise<T>): Promise<T> {
  const key = createHash('sha256').update(`${os.hostname()} ${name}`).digest().readBigInt64BE()
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true })
  // Should the connection break during the work, the lock is lost and the work goes on.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [key.toString()])
    return await work()
  } finally {
    await client.end().catch(() => {})
  }
}
