/**
 * `npm run bench:reviews`: what our review write and due queue cost against the same work in plain
 * `pg`, in one run, on 1 million card states and 5 million log rows, at 1, 8 and 32 clients.
 * `-- --learners 100` makes it smaller. Ratios are of medians over rounds, with their spread.
 */
import path from 'node:path'
import pg from 'pg'
import { applyMigrations } from '../../prisma/apply'
import { startScratchServer } from '../support/scratch-server'
import { plainDueQueue, plainReviewWrite } from './plain-reviews'
import { CARDS_EACH, LOG_ROWS_EACH, learnerId, seedReviews } from './seed-reviews'

const at = process.argv.indexOf('--learners')
const learners = at > 0 ? Number(process.argv[at + 1]) : 20_000
const ROUNDS = 7
const CLIENTS = [1, 8, 32]
const POOL = 10
const now = Date.parse('2026-06-01T12:00:00Z')

const server = await startScratchServer(['shared_buffers=512MB', 'max_wal_size=4GB'])
process.env.DATABASE_URL = server.url
await applyMigrations(server.url, path.join(import.meta.dirname, '../../prisma/migrations'))
const pool = new pg.Pool({ connectionString: server.url, max: POOL })
const { activeCardIds } = await import('@/lib/server/content')
const { recordEvents } = await import('@/lib/server/reviews')
const { listDueCards } = await import('@/lib/server/cards')
const { database, pool: ourPool } = await import('@/lib/server/database')
const cards = activeCardIds().slice(0, CARDS_EACH)

console.log(
  `Seeding ${learners * CARDS_EACH} card states and ${learners * CARDS_EACH * LOG_ROWS_EACH} log rows…`,
)
await seedReviews(pool, learners, cards)

let step = 0
/** A learner and a card that no earlier call in this run has used at this time. */
function next() {
  step++
  const user = learnerId((step * 7919) % learners)
  const event = {
    kind: 'grade' as const,
    id: crypto.randomUUID(),
    cardId: cards[step % cards.length]!,
    grade: 3 as const,
    at: now + step,
    zone: 'Europe/Berlin',
    dayStartsAt: 4,
    durationMs: 3000,
    source: 'review' as const,
  }
  return { user, event }
}

const work = {
  'review write': {
    plain: async () => {
      const { user, event } = next()
      await plainReviewWrite(pool, user, event)
    },
    ours: async () => {
      const { user, event } = next()
      await recordEvents(user, [event], now + 86_400_000)
    },
    calls: 600,
  },
  'due queue': {
    plain: async () => void (await plainDueQueue(pool, next().user, '2026-06-01', 20)),
    ours: async () =>
      void (await listDueCards(
        next().user,
        { today: '2026-06-01' as never, until: '2026-06-01' as never },
        20,
      )),
    calls: 1200,
  },
}

console.log(
  '| work | clients | plain pg, calls/s | ours, calls/s | ratio of cost, median (min to max) |\n|---|---|---|---|---|',
)
for (const [name, { plain, ours, calls }] of Object.entries(work)) {
  for (const clients of CLIENTS) {
    await Promise.all([run(plain, calls / 2, clients), run(ours, calls / 2, clients)])
    const rounds: { plain: number; ours: number }[] = []
    // Both in every round, turn about, so that whatever else the machine does falls on both alike.
    for (let round = 0; round < ROUNDS; round++) {
      if (round % 2 === 0)
        rounds.push({ plain: await run(plain, calls, clients), ours: await run(ours, calls, clients) })
      else {
        const oursMs = await run(ours, calls, clients)
        rounds.push({ plain: await run(plain, calls, clients), ours: oursMs })
      }
    }
    const ratios = rounds.map((round) => round.ours / round.plain).sort((a, b) => a - b)
    const perSecond = (key: 'plain' | 'ours') =>
      Math.round((calls / median(rounds.map((r) => r[key]))) * 1000)
    console.log(
      `| ${name} | ${clients} | ${perSecond('plain')} | ${perSecond('ours')} | ${median(ratios).toFixed(2)} (${ratios[0]!.toFixed(2)} to ${ratios.at(-1)!.toFixed(2)}) |`,
    )
  }
}
await pool.end()
await database.$disconnect()
await ourPool.end()
await server.stop()
process.exit(0)

/** Milliseconds that `calls` calls take, `clients` at a time. */
async function run(call: () => Promise<void>, calls: number, clients: number): Promise<number> {
  const started = performance.now()
  let left = calls
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left-- > 0) await call()
    }),
  )
  return performance.now() - started
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}
