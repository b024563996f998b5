/**
 * The embedded database for as long as somebody uses it. Every start holds a shared advisory lock on a
 * connection of its own; PostgreSQL drops the lock when its holder dies, however it dies. Whoever
 * leaves tries to turn its lock into an exclusive one: that succeeds for the last one alone, who stops
 * the server. So nobody owns the database, and a Ctrl-C takes it from no other start.
 */
import pg from 'pg'
import { type Cluster, closeCluster, clusterUrl, ensureDatabase, openCluster } from './cluster'
import { findPlace } from './place'

const LOCK = 72_707_370
const DATABASE = 'spanwise'

export interface Lease {
  url: string
  release(): Promise<void>
}

/** Starts or adopts the database in `folder`, and starts it again should it die before the release. */
export async function holdDatabase(folder: string): Promise<Lease> {
  const place = await findPlace(folder)
  let cluster = await openCluster(place)
  let guard: pg.Client
  let released = false

  async function hold(): Promise<void> {
    for (;;) {
      try {
        guard = await takeLock(cluster)
        break
      } catch {
        // The last holder stopped it between our finding it and our lock: start it again, on its port.
        cluster = await openCluster(place, { port: cluster.port })
      }
    }
    guard.once('end', () => {
      if (released) return
      openCluster(place, { port: cluster.port })
        .then((next) => {
          cluster = next
          return hold()
        })
        .catch((error) => process.emit('uncaughtException', error))
    })
  }

  await hold()
  await ensureDatabase(cluster, DATABASE)
  return {
    url: clusterUrl(cluster, DATABASE),
    async release() {
      released = true
      if (await isLast(guard)) await closeCluster(cluster)
      await guard.end().catch(() => {})
    },
  }
}

async function takeLock(cluster: Cluster): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: clusterUrl(cluster, 'postgres'),
    application_name: 'spanwise start',
    keepAlive: true,
  })
  client.on('error', () => {})
  await client.connect()
  await client.query('SELECT pg_advisory_lock_shared($1)', [LOCK])
  return client
}

async function isLast(guard: pg.Client): Promise<boolean> {
  try {
    await guard.query('SELECT pg_advisory_unlock_shared($1)', [LOCK])
    const { rows } = await guard.query('SELECT pg_try_advisory_lock($1) AS last', [LOCK])
    return rows[0].last
  } catch {
    // The connection is gone, and the server with it: nothing is left to stop.
    return false
  }
}
