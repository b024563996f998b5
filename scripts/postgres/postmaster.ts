import { execFileSync } from 'node:child_process'
import { linkSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { Place } from './place'

/**
 * What `postmaster.pid` says of the data directory: a server to use, one that is still starting (or
 * stopping), or none. A file that names a process of someone else's (a pid used again after a crash or
 * a reboot) would keep PostgreSQL from starting for ever: it is set aside.
 */
export async function adoptable(
  place: Place,
  password: string,
): Promise<{ port: number } | 'starting' | null> {
  const file = path.join(place.data, 'postmaster.pid')
  const text = readText(file)
  const [pid, , , port] = text.split('\n').map(Number)
  if (!pid || !isAlive(pid)) return null
  if (port && (await answers(place, port, password))) return { port }
  if (isOurs(pid, place)) return 'starting'
  setAside(file, text)
  return null
}

/** Whether a process of this id lives, ours or not. One that has ended and that nobody has reaped does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !/^\d+ \(.*\) Z/s.test(readText(`/proc/${pid}/stat`))
}

/** Another PostgreSQL may have taken the port: only the one on our data directory counts. */
async function answers(place: Place, port: number, password: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query('SHOW data_directory')
    return realpathSync(rows[0].data_directory) === realpathSync(place.data)
  } catch {
    // Whatever keeps it from answering, it is not a server to use now.
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function isOurs(pid: number, place: Place): boolean {
  const command = commandLine(pid)
  return (
    command.includes('postgres') &&
    [place.data, realpathSync(place.data)].some((data) => command.includes(data))
  )
}

function commandLine(pid: number): string {
  const linux = readText(`/proc/${pid}/cmdline`)
  if (linux) return linux
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** Removes the file unless another start has just put its own in its place. */
function setAside(file: string, text: string) {
  const aside = `${file}.stale-${process.pid}`
  renameSync(file, aside)
  if (readText(aside) !== text) linkSync(aside, file)
  rmSync(aside)
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}
