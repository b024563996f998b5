import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { clearAttempts, countAttempt } from '../../lib/server/attempts'
import { database, databaseUrl } from '../support/database'

const limit = { what: 'test', most: 5, windowMs: 60_000 }
const someone = () => crypto.randomUUID()

test('attempts go ahead up to the limit, and then wait for the window to end', async () => {
  const whose = someone()
  for (let at = 0; at < 5; at++) expect(await countAttempt(limit, whose)).toBe(0)
  const wait = await countAttempt(limit, whose)
  expect(wait).toBeGreaterThan(50)
  expect(wait).toBeLessThanOrEqual(60)
  expect(await countAttempt(limit, someone())).toBe(0)
  expect(await countAttempt({ ...limit, what: 'other' }, whose)).toBe(0)
})

test('of fifty attempts at once exactly the limit goes ahead', async () => {
  const whose = someone()
  const waits = await Promise.all(Array.from({ length: 50 }, () => countAttempt(limit, whose)))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(5)
})

test('the limit holds across instances: two processes share it', async () => {
  const whose = someone()
  const program = `
    import { countAttempt } from './lib/server/attempts.ts'
    const limit = ${JSON.stringify(limit)}
    const waits = []
    for (let at = 0; at < 4; at++) waits.push(await countAttempt(limit, '${whose}'))
    console.log(waits.filter((wait) => wait === 0).length)
    process.exit(0)`
  const instance = () =>
    promisify(execFile)(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', program],
      { env: { ...process.env, DATABASE_URL: databaseUrl } },
    )
  const outputs = await Promise.all([instance(), instance()])
  const allowed = outputs.map(({ stdout }) => Number(stdout.trim()))
  expect(allowed[0]! + allowed[1]!).toBe(5)
})

test('a window that has passed counts from one again', async () => {
  const whose = someone()
  for (let at = 0; at < 6; at++) await countAttempt(limit, whose)
  await database.attempt.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } })
  expect(await countAttempt(limit, whose)).toBe(0)
  await clearAttempts(limit, whose)
  for (let at = 0; at < 5; at++) expect(await countAttempt(limit, whose)).toBe(0)
})

test('rows of windows that have passed are cleared as new ones open', async () => {
  await database.attempt.deleteMany()
  await database.attempt.createMany({
    data: Array.from({ length: 150 }, (_, at) => ({ key: `old:${at}`, count: 1, expiresAt: new Date(0) })),
  })
  await countAttempt(limit, someone())
  await countAttempt(limit, someone())
  expect(await database.attempt.count()).toBe(2)
})

test('the table names nobody', async () => {
  await countAttempt(limit, 'ada@example.test')
  const rows = await database.attempt.findMany()
  expect(JSON.stringify(rows)).not.toContain('ada')
})
