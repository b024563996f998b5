import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from './env'
import { PrismaClient } from './generated/client'
import { log } from './log'

const shared = globalThis as typeof globalThis & { spanwise?: { pool: pg.Pool; database: PrismaClient } }

/**
 * The one pool and the one client of the process. They hang on globalThis always: a production server
 * loads this module once for pages and once for route handlers, and would else open two pools.
 */
shared.spanwise ??= open()

/** Prisma: the way to all tables but the two of the review log. */
export const database = shared.spanwise.database

/** The pool under Prisma, for the review log and its states, whose statements are SQL of our own. */
export const pool = shared.spanwise.pool

/** A connection inside a transaction. */
export type Transaction = pg.ClientBase

/** Something that answers a query: the pool, or a connection inside a transaction. */
export type Queryable = Pick<pg.ClientBase, 'query'> | Pick<pg.Pool, 'query'>

/** Runs the work in one transaction: committed when it returns, rolled back when it throws. */
export async function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((cause: Error) => {
      // The connection is gone, and with it the transaction: the pool must not hand it out again.
      broken = cause
    })
    throw error
  } finally {
    client.release(broken)
  }
}

function open() {
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: env.DATABASE_POOL })
  // An idle connection that PostgreSQL closes (a restart) would else end the process; the pool replaces it.
  pool.on('error', (error) => log.warn('database_connection_lost', { error }))
  return { pool, database: new PrismaClient({ adapter: new PrismaPg(pool) }) }
}
