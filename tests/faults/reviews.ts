/**
 * `npm run faults`: the built app (`npm run build`) under load while it is killed before a COMMIT, killed after one, and
 * while PostgreSQL is crashed and restarted. Afterwards no acknowledged review may be missing, none
 * applied twice, and every state must be the fold of its log. `-- --reviews 20000` is the long form.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createRandom } from '@/lib/engine/random'
import { applyMigrations } from '../../prisma/apply'
import { freePort, startScratchServer } from '../support/scratch-server'
import { startCommitProxy } from './commit-proxy'
import { deliver, makeEvents } from './learner'

const root = path.join(import.meta.dirname, '../..')
const asked = process.argv.indexOf('--reviews')
const REVIEWS = asked > 0 ? Number(process.argv[asked + 1]) : 400
const LEARNERS = 8
/** Blows struck, in turn: a kill before COMMIT, a kill after, a crash of PostgreSQL. */
const STRIKES = Math.max(3, Math.round(REVIEWS / 100))
const SECRET = 'a secret for the fault harness, of no other use'

const server = await startScratchServer()
await applyMigrations(server.url, path.join(root, 'prisma/migrations'))
const proxy = await startCommitProxy(server.port)
const behindProxy = new URL(server.url)
behindProxy.port = String(proxy.port)
const port = await freePort()
const address = `http://127.0.0.1:${port}`

// Connections lost are what this is about: the harness's own need no word.
process.env.LOG_LEVEL = 'error'
Object.assign(process.env, { DATABASE_URL: server.url, NEXTAUTH_SECRET: SECRET, NEXTAUTH_URL: address })
const { database, pool } = await import('@/lib/server/database')
const { openSession } = await import('@/lib/server/sessions')
const { sealSession, sessionCookieName } = await import('@/lib/server/session-cookie')
const { activeCardIds } = await import('@/lib/server/content')
const { compareStates } = await import('@/lib/server/rebuild')

const random = createRandom(20261123)
const tally = { before: 0, after: 0, restarts: 0 }
let finished = false
let app = await startApp()

const startAt = Date.parse('2026-01-01T00:00:00Z')
const learners = await Promise.all(
  Array.from({ length: LEARNERS }, async (_, index) => {
    const user = await database.user.create({
      data: { email: `${index}@example.test`, createdAt: new Date('2025-01-01') },
    })
    const cookie = `${sessionCookieName}=${await sealSession(await openSession(user.id))}`
    return {
      user: user.id,
      cookie,
      events: makeEvents(random, Math.ceil(REVIEWS / LEARNERS), activeCardIds().slice(0, 25), startAt),
    }
  }),
)
const chaos = disturb()
const seen = await Promise.all(
  learners.map((learner, index) => deliver(address, learner.cookie, learner.events, createRandom(index + 1))),
)
finished = true
await chaos
await kill(app)

const faults: string[] = []
for (const [index, { user, events }] of learners.entries()) {
  const rows = await database.reviewEvent.findMany({ where: { userId: user }, select: { id: true } })
  const held = new Set(rows.map((row) => row.id))
  const lost = [...seen[index]!.acknowledged].filter((id) => !held.has(id))
  if (lost.length > 0) faults.push(`${lost.length} acknowledged reviews lost: ${lost.slice(0, 3)}`)
  if (held.size !== events.length) faults.push(`${held.size} events in the log, ${events.length} were sent`)
}
// Counted without our own fold: what each state holds against what the log says.
const { rows: twice } = await pool.query(`
  SELECT s.user_id, s.card_id, s.reps, count(e.id)::int AS counted
  FROM card_states s JOIN review_events e ON e.user_id = s.user_id AND e.card_id = s.card_id AND e.kind = 1
    AND NOT EXISTS (SELECT FROM review_events u WHERE u.user_id = e.user_id AND u.card_id = e.card_id AND u.undoes = e.id)
  GROUP BY s.user_id, s.card_id, s.reps HAVING s.reps <> count(e.id)`)
if (twice.length > 0)
  faults.push(`${twice.length} states count another number of reviews: ${JSON.stringify(twice[0])}`)
const compared = await compareStates()
if (compared.different > 0) faults.push(`${compared.different} states differ from the fold of their log`)
if (compared.cards === 0) faults.push('nothing was recorded')
for (const [what, times] of Object.entries(tally))
  if (times === 0) faults.push(`the harness never struck: ${what}`)

const events = learners.reduce((sum, learner) => sum + learner.events.length, 0)
const failures = seen.reduce((sum, one) => sum + one.failures, 0)
console.log(
  `${events} events of ${LEARNERS} learners; app killed ${tally.before} times before a COMMIT and ${tally.after} after one, ` +
    `PostgreSQL crashed ${tally.restarts} times, ${failures} requests unanswered; ${compared.cards} states compared.`,
)
for (const fault of faults) console.error(fault)
console.log(faults.length === 0 ? '0 lost, 0 applied twice, every state is the fold of its log.' : 'FAILED')
await database.$disconnect()
await pool.end()
proxy.close()
await server.stop()
process.exit(faults.length === 0 ? 0 : 1)

/** Strikes in turn while the learners deliver. */
async function disturb() {
  for (let turn = 0; turn < STRIKES && !finished; turn++) {
    await pause(200 + random.next() * 300)
    if (finished) return
    if (turn % 3 === 2) {
      await server.crash()
      tally.restarts++
      continue
    }
    const moment = turn % 3 === 0 ? 'before' : 'after'
    let struck = false
    proxy.arm(moment, () => {
      app.kill('SIGKILL')
      struck = true
    })
    while (!struck && !finished) await pause(10)
    if (finished) return
    tally[moment]++
    await exited(app)
    app = await startApp()
  }
}

/** The server that `npm start` and the image run, as a process of its own, behind the proxy. */
async function startApp(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [path.join(root, '.next/standalone/serve.mjs')], {
    cwd: path.join(root, '.next/standalone'),
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: behindProxy.href,
      PORT: String(port),
      HOSTNAME: '127.0.0.1',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let last = ''
  child.stderr?.on('data', (text) => {
    last = String(text)
  })
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`The app ended while starting: ${last}`)
    const ready = await fetch(`${address}/api/health`).then(
      (response) => response.ok,
      () => false,
    )
    if (ready) return child
    await pause(50)
  }
  throw new Error('The app did not come up within 30 seconds.')
}

async function kill(child: ChildProcess) {
  child.kill('SIGKILL')
  await exited(child)
}

async function exited(child: ChildProcess) {
  while (child.exitCode === null && child.signalCode === null) await pause(10)
}
