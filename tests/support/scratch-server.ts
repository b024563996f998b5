/** A PostgreSQL server of one's own in a temporary folder, for a test run, a benchmark or a harness. */
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../scripts/port'
import { closeCluster, clusterUrl, openCluster } from '../../scripts/postgres/cluster'
import { findPlace } from '../../scripts/postgres/place'
import { isAlive } from '../../scripts/postgres/postmaster'

export { freePort }

/** `settings`: of the server, as `name=value`. */
export async function startScratchServer(settings: readonly string[] = []) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'spanwise-scratch-'))
  // PostgreSQL refuses to run as root, so its own user must be able to pass through.
  await chmod(folder, 0o711)
  const place = await findPlace(folder)
  let cluster = await openCluster(place, { settings, scratch: true })
  return {
    url: clusterUrl(cluster, 'postgres'),
    port: cluster.port,
    /** Ends every process of the server at once, as a power cut would, and starts it again on the same files. */
    async crash() {
      const pid = Number.parseInt(await readFile(path.join(place.data, 'postmaster.pid'), 'utf8'), 10)
      process.kill(pid, 'SIGQUIT')
      while (isAlive(pid)) await pause(10)
      cluster = await openCluster(place, { settings, port: cluster.port })
    },
    async stop() {
      await closeCluster(cluster)
      await rm(place.data, { recursive: true, force: true })
      await rm(folder, { recursive: true, force: true })
    },
  }
}
