import 'server-only'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { pool } from './database'
import { log } from './log'

export type Readiness =
  | { ready: true }
  | { ready: false; reason: 'database_unreachable' | 'migrations_pending' }

const PATIENCE_MS = 3_000
const NO_SUCH_TABLE = '42P01'

/** Whether requests can be served: the database answers within three seconds and has every migration. */
export async function findReadiness(): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database took too long.')), PATIENCE_MS)
  })
  try {
    const [here, applied] = await Promise.all([listMigrations(), Promise.race([listApplied(), timeout])])
    const pending = here.filter((name) => !applied.has(name))
    if (pending.length === 0) return { ready: true }
    log.warn('not_ready', { reason: 'migrations_pending', pending })
    return { ready: false, reason: 'migrations_pending' }
  } catch (error) {
    log.warn('not_ready', { reason: 'database_unreachable', error })
    return { ready: false, reason: 'database_unreachable' }
  } finally {
    clearTimeout(timer)
  }
}

async function listApplied(): Promise<Set<string>> {
  try {
    const { rows } = await pool.query<{ migration_name: string }>(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    return new Set(rows.map((row) => row.migration_name))
  } catch (error) {
    if ((error as { code?: string }).code === NO_SUCH_TABLE) return new Set()
    throw error
  }
}

async function listMigrations(): Promise<string[]> {
  const entries = await readdir(path.join(process.cwd(), 'prisma/migrations'), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}
