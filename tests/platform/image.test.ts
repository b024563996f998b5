/**
 * No container engine runs the tests, so they do what the Dockerfile says: the folder that it copies, in a
 * place with nothing beside it, its environment, its command.
 */

import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type FitOutcome, fittedCard } from '../../lib/review/fit'
import type { FitNews } from '../../lib/server/fit-program'
import { freePort } from '../../scripts/port'
import { makeScratchDatabase, type ScratchDatabase } from '../support/scratch-database'
import { simulateLog } from '../support/simulated-log'
import { makeFolder, type Program, root, start } from './program'

const SECRET = 'a secret for the image, of no other use than this'
const dockerfile = await readFile(path.join(root, 'Dockerfile'), 'utf8')
const [copied] = dockerfile.match(/(?<=^COPY --from=build --chown=node:node \/app\/)\S+(?= \.\/$)/m)!
const [command] = dockerfile.match(/(?<=^CMD )\["node".*\]$/m)!.map((text) => JSON.parse(text) as string[])
const stage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '))
const settings = Object.fromEntries(
  [...stage.matchAll(/^ENV (\w+)=(\S+)$/gm)].map(([, name, value]) => [name, value]),
)

let image: string
let database: ScratchDatabase
const programs: Program[] = []

beforeAll(async () => {
  image = await makeFolder()
  await cp(path.join(root, copied), image, { recursive: true })
  database = await makeScratchDatabase()
})

afterEach(async () => {
  for (const program of programs.splice(0)) {
    program.child.kill('SIGTERM')
    await program.ended
  }
})

afterAll(async () => {
  await database.drop()
  await rm(image, { recursive: true })
})

async function run(env: Record<string, string>, at = image) {
  const port = await freePort()
  const program = start(
    command!.slice(1),
    { ...settings, ...env, PORT: String(port), HOSTNAME: '127.0.0.1' },
    at,
  )
  programs.push(program)
  return { program, address: `http://127.0.0.1:${port}` }
}

test('the image serves pages, files and its state from the folder that it holds', async () => {
  const { program, address } = await run({ DATABASE_URL: database.url, NEXTAUTH_SECRET: SECRET })
  await program.says('Ready in')
  expect(await (await fetch(`${address}/api/ready`)).json()).toEqual({ ready: true })
  const page = await fetch(`${address}/learn/the-opentelemetry-mental-model`)
  expect(page.status).toBe(200)
  const html = await page.text()
  const files = [...html.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)].map(([, file]) => file)
  expect(files.length).toBeGreaterThan(2)
  for (const file of files) {
    const answer = await fetch(address + file)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toContain('immutable')
  }
  program.child.kill('SIGTERM')
  await program.ended
  await expect(fetch(address)).rejects.toThrow()
})

test('the image writes and reads Anki’s files: SQLite’s engine lies in it', async () => {
  const { program, address } = await run({ DATABASE_URL: database.url, NEXTAUTH_SECRET: SECRET })
  await program.says('Ready in')
  const cookie = await signIn()
  const file = await fetch(`${address}/api/export/anki`, { headers: { cookie } })
  expect(file.status).toBe(200)
  const bytes = Buffer.from(await file.arrayBuffer())
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  const preview = await fetch(`${address}/api/import`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ mode: 'preview', file: bytes.toString('base64') }),
  })
  expect(await preview.json()).toMatchObject({ format: 'anki', cards: 0 })
})

/** A learner's session, and the cookie that names it (lib/server/session-cookie.ts). */
async function signIn(): Promise<string> {
  const [learner, session] = [randomUUID(), randomUUID()]
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query('INSERT INTO users (id, email) VALUES ($1, $2)', [learner, `${learner}@example.test`])
  await client.query(
    "INSERT INTO sessions (id, user_id, expires_at) VALUES ($1, $2, now() + interval '1 day')",
    [session, learner],
  )
  await client.end()
  return `spanwise-session=${await encode({ token: { session }, secret: SECRET, maxAge: 86_400 })}`
}

test('the image holds the program that fits weights, and its native part', async () => {
  const cards = [...simulateLog({ cards: 90, days: 400, seed: 1 }, null).values()].map(
    (log) => fittedCard(log)!,
  )
  const child = fork(path.join(image, 'fit-program.mjs'), { cwd: image, env: { NODE_ENV: 'production' } })
  child.send({ cards, current: null })
  const done = await new Promise<FitOutcome>((resolve, reject) => {
    child.on('message', (news: FitNews) => 'done' in news && resolve(news.done))
    child.on('exit', (code) => reject(new Error(`It ended with code ${code}.`)))
  })
  expect(done).toMatchObject({ outcome: expect.stringMatching(/better$/), reviews: expect.any(Number) })
})

test('a server that lacks a migration, or its database, says that it is not ready, and why', async () => {
  const { program, address } = await run({ DATABASE_URL: database.url, NEXTAUTH_SECRET: SECRET })
  await program.says('Ready in')
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(
    "UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name LIKE '%_start'",
  )
  const lacking = await fetch(`${address}/api/ready`)
  await client.query('UPDATE _prisma_migrations SET rolled_back_at = NULL')
  expect([lacking.status, await lacking.json()]).toEqual([
    503,
    { ready: false, reason: 'migrations_pending' },
  ])

  const { pathname } = new URL(database.url)
  const elsewhere = new URL(database.url)
  elsewhere.pathname = '/template1'
  const other = new pg.Client({ connectionString: elsewhere.href })
  await client.end()
  await other.connect()
  await other.query(`ALTER DATABASE ${pathname.slice(1)} ALLOW_CONNECTIONS false`)
  await other.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
    pathname.slice(1),
  ])
  const gone = await fetch(`${address}/api/ready`)
  const alive = await fetch(`${address}/api/health`)
  await other.query(`ALTER DATABASE ${pathname.slice(1)} ALLOW_CONNECTIONS true`)
  await other.end()
  expect([gone.status, await gone.json()]).toEqual([503, { ready: false, reason: 'database_unreachable' }])
  expect(alive.status).toBe(200)
  expect((await fetch(`${address}/api/ready`)).status).toBe(200)
  expect(program.said()).toContain('"event":"not_ready"')
})

test.each([
  ['without a secret', {}, /NEXTAUTH_SECRET: production needs a secret of 32 characters or more/],
  ['with a short secret', { NEXTAUTH_SECRET: 'change-me' }, /NEXTAUTH_SECRET: production needs a secret/],
  ['without a database', { DATABASE_URL: '', NEXTAUTH_SECRET: SECRET }, /DATABASE_URL: /],
  [
    'with a database that does not answer',
    { DATABASE_URL: 'postgres://me:hush@127.0.0.1:9/x', NEXTAUTH_SECRET: SECRET },
    /^The database x at 127.0.0.1:9 cannot be reached/,
  ],
])('%s the image refuses to start, in one sentence', async (_, env: Record<string, string>, sentence) => {
  const { program } = await run({ DATABASE_URL: database.url, ...env })
  expect(await program.ended).toBe(1)
  expect(program.said()).toMatch(sentence)
  expect(program.said().trim().split('\n')).toHaveLength(1)
})

test('a migration that fails keeps the image from starting, and says which', async () => {
  const broken = await makeFolder()
  await cp(image, broken, { recursive: true })
  await mkdir(path.join(broken, 'prisma/migrations/29991231000000_bad'))
  await writeFile(path.join(broken, 'prisma/migrations/29991231000000_bad/migration.sql'), 'SELECT 1/0')
  const { program } = await run({ DATABASE_URL: database.url, NEXTAUTH_SECRET: SECRET }, broken)
  expect(await program.ended).toBe(1)
  expect(program.said().trim()).toBe('Migration 29991231000000_bad failed: division by zero')
  await rm(broken, { recursive: true })
})

test('no settings of the machine that built it are in the image', async () => {
  const found = await readFile(path.join(image, '.env'), 'utf8').catch(() => null)
  expect(found).toBeNull()
})

test('compose starts the app after its database, and not without secrets', async () => {
  const { services } = parse(await readFile(path.join(root, 'compose.yaml'), 'utf8'))
  expect(services.app.depends_on.database.condition).toBe('service_healthy')
  expect(services.database.healthcheck.test.join(' ')).toContain('pg_isready')
  expect(services.app.environment.NEXTAUTH_SECRET).toMatch(/^\$\{NEXTAUTH_SECRET:\?/)
  expect(services.database.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/)
  expect(new URL(services.app.environment.DATABASE_URL.replace(/\$\{[^}]*\}/, 'x')).host).toBe(
    'database:5432',
  )
})
