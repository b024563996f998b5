import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { isAlive } from '../../scripts/postgres/postmaster'
import { makeFolder, type Program, start } from './program'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

async function makeHome(mode?: number) {
  const home = await makeFolder(mode)
  undo.push(() => rm(home, { recursive: true, force: true }))
  return path.join(home, 'data')
}

/** Starts a holder; afterwards it is asked to leave, whatever became of the test. */
function hold(folder: string): Program {
  const program = start(['--import', 'tsx', 'tests/platform/hold.ts', folder], {})
  undo.push(() => leave(program))
  return program
}

async function leave(program: Program) {
  program.child.kill('SIGTERM')
  await program.ended
}

async function urlOf(program: Program): Promise<string> {
  await program.says(/holding \S+\n/)
  return program.said().match(/holding (\S+)\n/)![1]!
}

async function ask(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

const pidFile = (folder: string) => path.join(folder, 'postgres/postmaster.pid')
const postmaster = async (folder: string) => Number.parseInt(await readFile(pidFile(folder), 'utf8'), 10)
const isRunning = (folder: string) =>
  stat(pidFile(folder)).then(
    () => true,
    () => false,
  )

test('three starts at once on an empty folder share one database, and the last to leave stops it', async () => {
  const folder = await makeHome()
  const holders = [hold(folder), hold(folder), hold(folder)]
  const urls = await Promise.all(holders.map(urlOf))
  expect(new Set(urls).size).toBe(1)
  await ask(urls[0]!, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)')
  for (const holder of holders.slice(0, 2)) {
    await leave(holder)
    expect(await ask(urls[0]!, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
  }
  await leave(holders[2]!)
  expect(await isRunning(folder)).toBe(false)
})

test('a database that is killed under its holder comes back by itself, with its data', async () => {
  const folder = await makeHome()
  const url = await urlOf(hold(folder))
  await ask(url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)')
  const pid = await postmaster(folder)
  process.kill(pid, 'SIGKILL')
  while (isAlive(pid)) await pause(20)
  let rows: unknown
  for (let tries = 0; !rows && tries < 200; tries++) {
    rows = await ask(url, 'SELECT n FROM kept').catch(() => null)
    if (!rows) await pause(50)
  }
  expect(rows).toEqual([{ n: 1 }])
})

test('a database whose holder is killed goes on, and the next start takes it over', async () => {
  const folder = await makeHome()
  const first = hold(folder)
  const url = await urlOf(first)
  await ask(url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)')
  first.child.kill('SIGKILL')
  await first.ended
  const next = hold(folder)
  expect(await urlOf(next)).toBe(url)
  expect(await ask(url, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
  await leave(next)
  expect(await isRunning(folder)).toBe(false)
})

test('a pid file that a crash left, and that now names a stranger, does not keep the database down', async () => {
  const folder = await makeHome()
  const first = hold(folder)
  await ask(await urlOf(first), 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)')
  const left = await readFile(pidFile(folder), 'utf8')
  await leave(first)
  await writeFile(pidFile(folder), left.replace(/^\d+/, String(process.pid)))
  const url = await urlOf(hold(folder))
  expect(await ask(url, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
})

test.runIf(process.getuid?.() === 0)(
  'below a folder that is closed to others, root still gets a database',
  async () => {
    const folder = await makeHome(0o700)
    const holder = hold(folder)
    const url = await urlOf(holder)
    expect(await ask(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    expect((await stat(path.dirname(folder))).mode & 0o777).toBe(0o700)
    await leave(holder)
    const [{ data_directory: data } = {}] = await ask(await urlOf(hold(folder)), 'SHOW data_directory')
    undo.unshift(() => rm(path.dirname(data), { recursive: true }))
    await chmod(path.dirname(folder), 0o711)
  },
)
