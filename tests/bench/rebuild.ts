/**
 * `npm run bench:rebuild`: folds a log of 1 million rows anew, as `npm run rebuild` does, states and tallies, and
 * compares. Prints log rows a second, by the clock and by this process's own time on its core; exits 1 under
 * 50,000 by the latter (on a machine with nothing else to do both are nearly the same). `-- --rows 100000`.
 */
import path from 'node:path'
import { applyMigrations } from '../../prisma/apply'
import { startScratchServer } from '../support/scratch-server'

const BOUND_PER_SECOND = 50_000
const ROUNDS = 3
const CARDS = 100
const REVIEWS_EACH = 20
const at = process.argv.indexOf('--rows')
const learners = Math.ceil((at > 0 ? Number(process.argv[at + 1]) : 1_000_000) / CARDS / REVIEWS_EACH)
const rows = learners * CARDS * REVIEWS_EACH

const server = await startScratchServer(['shared_buffers=512MB', 'max_wal_size=4GB'])
process.env.DATABASE_URL = server.url
await applyMigrations(server.url, path.join(import.meta.dirname, '../../prisma/migrations'))
const { pool, database } = await import('@/lib/server/database')
const { compareStates } = await import('@/lib/server/rebuild')
const { ensureTallies } = await import('@/lib/server/recount')

console.log(`Seeding ${rows} log rows of ${learners} learners…`)
const user = `('00000000-0000-7000-8000-' || lpad(to_hex(u), 12, '0'))::uuid`
await pool.query(
  `INSERT INTO users (id, email, created_at)
   SELECT ${user}, u || '@example.test', '2020-01-01' FROM generate_series(1, $1::int) u`,
  [learners],
)
// Intervals that grow, with one miss in ten answers, as a deck's do.
await pool.query(
  `INSERT INTO review_events (user_id, id, card_id, kind, grade, reviewed_at, zone, day_starts_at, local_day,
     duration_ms, source, shift)
   SELECT ${user}, gen_random_uuid(), 'card-' || n, 1,
     CASE (u + n * 7 + r * 13) % 10 WHEN 0 THEN 1 WHEN 1 THEN 2 WHEN 2 THEN 4 ELSE 3 END,
     timestamptz '2021-01-01 12:00Z' + days * interval '1 day', 'Europe/Berlin', 4, date '2021-01-01' + days,
     4000, 2, (n + r) % 3 - 1
   FROM generate_series(1, $1::int) u, generate_series(1, $2::int) n, generate_series(1, $3::int) r,
     LATERAL (SELECT (r * r + 3 * r + n % 5)::int AS days) AS spaced`,
  [learners, CARDS, REVIEWS_EACH],
)
await pool.query('ANALYZE')
await compareStates({ repair: true })
const { rows: made } = await pool.query('SELECT id FROM users')
for (const { id } of made) await ensureTallies(id)
await pool.query('VACUUM ANALYZE')

let best = 0
for (let round = 0; round < ROUNDS; round++) {
  const [started, before] = [performance.now(), process.cpuUsage()]
  const found = await compareStates()
  const { user: ran, system } = process.cpuUsage(before)
  const [byClock, byCore] = [performance.now() - started, (ran + system) / 1000].map((ms) =>
    Math.round((rows / ms) * 1000),
  ) as [number, number]
  if (found.different + found.miscounted > 0 || found.tallied !== learners)
    throw new Error(`The rebuild found differences: ${JSON.stringify(found)}`)
  console.log(`${byClock} rows/s by the clock, ${byCore} rows/s of this process's time`)
  best = Math.max(best, byCore)
}
await database.$disconnect()
await pool.end()
await server.stop()
process.exit(best >= BOUND_PER_SECOND ? 0 : 1)
