/**
 * `npm start` and `npm run dev`: database, migrations, build, app, in this order, and everything down
 * again on Ctrl-C. What goes wrong is said in one sentence, with exit code 1.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { applyMigrations, MigrationError } from '../prisma/apply'
import { type App, startApp, waitUntilReady } from './app-process'
import { ensureBuild } from './build'
import { checkDatabase } from './external-database'
import { requireFreePort } from './port'
import { holdDatabase } from './postgres/lease'
import { Refusal } from './refusal'
import { chooseSecret } from './secret'

const root = path.join(import.meta.dirname, '..')
const dev = process.argv.includes('--dev')

/** What has to be undone, last first, when we leave. */
const undo: (() => Promise<void>)[] = []
let leaving = false

async function leave(code: number): Promise<never> {
  leaving = true
  for (const step of undo.reverse()) await step()
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // npm passes on what the terminal has already sent: the second signal says nothing new.
    if (leaving) return
    console.log('Stopping…')
    void leave(0)
  })
}
process.on('uncaughtException', (error) => void fail(error))

async function fail(error: unknown): Promise<void> {
  if (leaving) return
  console.error(error instanceof Refusal ? error.message : error)
  await leave(1)
}

async function main() {
  if (existsSync(path.join(root, '.env'))) process.loadEnvFile(path.join(root, '.env'))
  const data = path.resolve(root, process.env.DATA_DIR || '.data')
  const port = Number(process.env.PORT || 3000)
  const host = process.env.HOST || '127.0.0.1'
  await requireFreePort(port, host)
  const secret = chooseSecret(process.env, path.join(data, 'secret'))

  const databaseUrl = await openDatabase(data)
  await migrate(databaseUrl)
  if (!dev) await ensureBuild(root, databaseUrl, (child) => undo.push(() => child.stop()))

  const app = startApp(root, {
    dev,
    env: {
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: secret,
      NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://localhost:${port}`,
      PORT: String(port),
      HOSTNAME: host,
    },
  })
  undo.push(() => app.stop())
  await Promise.race([waitUntilReady(port, host), app.exited.then(explainExit)])
  console.log(`Spanwise is ready: http://localhost:${port}`)
  await app.exited.then(explainExit)
}

async function openDatabase(data: string): Promise<string> {
  const given = process.env.DATABASE_URL
  if (given) {
    await checkDatabase(given)
    return given
  }
  console.log(`Starting the database in ${path.relative(root, data) || data} …`)
  const lease = await holdDatabase(data)
  undo.push(() => lease.release())
  return lease.url
}

async function migrate(databaseUrl: string) {
  try {
    const applied = await applyMigrations(databaseUrl, path.join(root, 'prisma/migrations'))
    for (const name of applied) console.log(`Applied migration ${name}.`)
  } catch (error) {
    if (!(error instanceof MigrationError)) throw error
    throw new Refusal(`${error.message} Nothing of it was kept: correct it and start again.`, {
      cause: error,
    })
  }
}

function explainExit(exit: Awaited<App['exited']>) {
  if (leaving) return
  const how = exit.signal ? `was ended by ${exit.signal}` : `ended with code ${exit.code}`
  throw new Refusal(`The app ${how}: see above for why, then start again.`)
}

main().catch(fail)
