/**
 * `npm run bench:fit`: the weights fitted to 10,000 reviews and compared on those held out, as the job does it: from
 * the log in PostgreSQL to the row that says what came of it, the process of its own included. Prints the median
 * and the 95th percentile of the whole and of the fit alone; exits 1 where the whole's is above a second.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { fittedCard } from '@/lib/review/fit'
import type { UserId } from '@/lib/server/session'
import { applyMigrations } from '../../prisma/apply'
import { bundlePrograms } from '../../scripts/bundle-programs'
import { startScratchServer } from '../support/scratch-server'
import { fastForgetter, simulateLog } from '../support/simulated-log'

const BOUND_MS = 1000
const REVIEWS = 10_000
const ROUNDS = 30

const all = simulateLog({ cards: 900, days: 400, seed: 1 }, fastForgetter)
let left = REVIEWS
const logs = new Map(
  [...all].flatMap(([cardId, log]) => {
    const taken = log.slice(0, left)
    left -= taken.length
    return taken.length > 0 ? [[cardId, taken] as const] : []
  }),
)
if (left > 0) throw new Error(`The simulation made ${left} reviews too few.`)

const root = path.join(import.meta.dirname, '../..')
const server = await startScratchServer()
process.env.DATABASE_URL = server.url
await applyMigrations(server.url, path.join(root, 'prisma/migrations'))
const { database, pool } = await import('@/lib/server/database')
const { workOffFits } = await import('@/lib/server/fit-jobs')
const { fitWeights } = await import('@/lib/server/fit-weights')
const { requestFit } = await import('@/lib/server/weight-fits')
const { writeLog } = await import('../support/write-log')

// As it runs in production: bundled, and found in the folder that the server runs in.
const folder = await mkdtemp(path.join(root, 'node_modules/.bench-fit-'))
await bundlePrograms(root, folder)
process.chdir(folder)

const { id } = await database.user.create({
  data: { email: 'bench@example.test', createdAt: new Date('2020-01-01') },
})
const user = id as UserId
await writeLog(user, logs)
await pool.query('ANALYZE')

const cards = [...logs.values()].map((log) => fittedCard(log)!)
const [whole, alone]: [number[], number[]] = [[], []]
for (let round = 0; round <= ROUNDS; round++) {
  await pool.query('DELETE FROM weight_fits')
  const began = performance.now()
  await requestFit(user)
  await workOffFits()
  const ended = performance.now()
  await fitWeights(cards, null)
  // The first round warms up.
  if (round === 0) continue
  whole.push(ended - began)
  alone.push(performance.now() - ended)
}
const fit = await database.weightFit.findFirstOrThrow()
if (fit.outcome !== 'better') throw new Error(`The fit was ${fit.outcome}: nothing was measured.`)
const p95 = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!
const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!
for (const [name, times] of Object.entries({ 'from the press to the result': whole, 'the fit alone': alone }))
  console.log(`${name}: median ${median(times).toFixed(0)} ms, p95 ${p95(times).toFixed(0)} ms`)
process.chdir(root)
await rm(folder, { recursive: true })
await database.$disconnect()
await pool.end()
await server.stop()
process.exit(p95(whole) <= BOUND_MS ? 0 : 1)
