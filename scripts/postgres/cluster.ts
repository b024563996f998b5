/**
 * Starts and stops an embedded PostgreSQL by its own `initdb` and `pg_ctl`. The server runs on its own,
 * outside our process group: it outlives a starter that is killed, and the next start adopts it.
 *
 * Every step may be taken by several starts at once. A data directory is made aside and renamed into
 * place, so that it is whole or absent; PostgreSQL itself lets only one server have a directory, and
 * whoever comes second finds the first one's port in `postmaster.pid`.
 */
import { randomBytes } from 'node:crypto'
import { chownSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../port'
import { Refusal } from '../refusal'
import type { Place } from './place'
import { adoptable, isAlive } from './postmaster'
import { runProgram } from './program'

/** For a server that is starting: recovery after a crash may take its time. */
const PATIENCE_MS = 60_000
/** For a start that fails: children of a killed server take a moment to notice and go. */
const ATTEMPTS = 20

export interface Cluster {
  place: Place
  port: number
  password: string
}

export interface ClusterOptions {
  /** Use this port where a server must be started; else any free one. */
  port?: number
  /** Further settings of the server, as `name=value`. */
  settings?: readonly string[]
  /** The data need not outlive a power cut: a test's. */
  scratch?: boolean
}

/** Finds the running server of the data directory or starts one; makes the directory where there is none. */
export async function openCluster(place: Place, options: ClusterOptions = {}): Promise<Cluster> {
  await initialise(place, options.scratch ?? false)
  const { password } = JSON.parse(await readFile(path.join(place.data, 'spanwise.json'), 'utf8'))
  const deadline = Date.now() + PATIENCE_MS
  let failure = ''
  let failures = 0
  while (Date.now() < deadline && failures < ATTEMPTS) {
    const found = await adoptable(place, password)
    if (found === 'starting') await pause(100)
    else if (found) return { place, port: found.port, password }
    else {
      failure = await startServer(place, options.port ?? (await freePort()), options.settings ?? [])
      if (!failure) continue
      failures += 1
      await pause(500)
    }
  }
  const log = path.join(place.data, 'server.log')
  throw new Refusal(
    `The embedded PostgreSQL does not start: ${failure || 'it never became ready'} (see ${log}).`,
  )
}

/** Stops the server and waits until its data is safely on disk. */
export async function closeCluster({ place }: Cluster): Promise<void> {
  const stopped = await runProgram(place, 'pg_ctl', ['stop', '-D', place.data, '-m', 'fast', '-w', '-s'])
  if (stopped.code !== 0 && !/is not running|no server running|does not exist/i.test(stopped.output)) {
    throw new Error(`pg_ctl stop failed: ${stopped.output}`)
  }
}

/** Address of a database in the cluster. */
export function clusterUrl({ port, password }: Cluster, database: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
}

/** Makes the database unless it is there. */
export async function ensureDatabase(cluster: Cluster, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl(cluster, 'postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  } catch (error) {
    // Two starts at once: 42P04 and 23505 say that the other one has made it.
    if (!['42P04', '23505'].includes((error as pg.DatabaseError).code ?? '')) throw error
  } finally {
    await client.end()
  }
}

async function startServer(place: Place, port: number, settings: readonly string[]): Promise<string> {
  const options = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings]
  const { code, output } = await runProgram(place, 'pg_ctl', [
    ...['start', '-D', place.data, '-l', path.join(place.data, 'server.log'), '-w', '-t', '30', '-s'],
    ...['-o', options.map((option) => `-c ${option}`).join(' ')],
  ])
  return code === 0 ? '' : output.trim().split('\n').at(-1) || `pg_ctl exited with ${code}`
}

async function initialise(place: Place, scratch: boolean): Promise<void> {
  const version = await readFile(path.join(place.data, 'PG_VERSION'), 'utf8').catch(() => null)
  const ours = (await runProgram(place, 'postgres', ['--version'])).output.match(/(\d+)\./)?.[1]
  if (version !== null) {
    if (version.trim() === ours) return
    throw new Refusal(
      `The data in ${place.data} is of PostgreSQL ${version.trim()}, and this version brings ${ours}: dump and restore it, or set DATABASE_URL.`,
    )
  }
  const target = place.data
  sweep(target)
  const fresh = `${target}.new-${process.pid}`
  mkdirSync(fresh, { mode: 0o700 })
  const password = randomBytes(24).toString('hex')
  const passwordFile = path.join(path.dirname(fresh), `.password-${process.pid}`)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (place.owner) {
    for (const file of [fresh, passwordFile]) chownSync(file, place.owner.uid, place.owner.gid)
  }
  const { code, output } = await runProgram(place, 'initdb', [
    ...['-D', fresh, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...(scratch ? ['--no-sync'] : []),
  ])
  rmSync(passwordFile)
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new Refusal(
      `The embedded PostgreSQL cannot make its data folder: ${output.trim().split('\n').at(-1)}`,
    )
  }
  writeFileSync(path.join(fresh, 'spanwise.json'), JSON.stringify({ password }), { mode: 0o600 })
  try {
    renameSync(fresh, target)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

/** What a killed start left half made. */
function sweep(target: string) {
  const parent = path.dirname(target)
  for (const name of readdirSync(parent)) {
    const pid = Number(
      name
        .match(/\.new-(\d+)$|^\.password-(\d+)$/)
        ?.slice(1)
        .find(Boolean),
    )
    if (pid && !isAlive(pid)) rmSync(path.join(parent, name), { recursive: true, force: true })
  }
}
