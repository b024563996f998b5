import { readFileSync } from 'node:fs'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import initSqlJs from 'sql.js'
import { expect, test } from 'vitest'
import { createUser, database } from '../support/database'
import { createLearner } from '../support/learner-rows'
import { gradeEvent } from '../support/review-events'

const { exportedTables, otherTables } = await import('@/lib/server/export/tables')
const { exportJson } = await import('@/lib/server/export/export-json')
const { exportCsv } = await import('@/lib/server/export/export-csv')
const { exportAnki } = await import('@/lib/server/export/export-anki')
const { recordEvents } = await import('@/lib/server/reviews')

type UserId = Parameters<typeof recordEvents>[0]
const now = Date.parse('2026-11-24T12:00:00Z')

async function learnerWithReviews(): Promise<UserId> {
  const { id } = await createUser()
  const day = 86_400_000
  const events = [
    gradeEvent({ cardId: 'api-without-sdk', at: now - 20 * day, grade: 3 }),
    gradeEvent({ cardId: 'api-without-sdk', at: now - 17 * day, grade: 1 }),
    gradeEvent({ cardId: 'api-without-sdk', at: now - 17 * day + 60_000, grade: 3 }),
    gradeEvent({ cardId: 'otlp-is', at: now - 5 * day, grade: 4 }),
  ]
  await recordEvents(id as UserId, events, now)
  return id as UserId
}

test('every table and column of the database is in the export, or says why it is not', async () => {
  const rows = await database.$queryRaw<{ table: string; column: string }[]>`
    SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
    WHERE table_schema = 'public'`
  const named = Object.entries(exportedTables).flatMap(([table, { columns, left }]) =>
    [...columns, ...Object.keys(left)].map((column) => `${table}.${column}`),
  )
  const found = rows.filter(({ table }) => !(table in otherTables))
  expect(named.sort()).toEqual(found.map(({ table, column }) => `${table}.${column}`).sort())
})

test('an export holds all rows of its learner, and none of anybody else’s', async () => {
  const [ada, bob] = [await createLearner(), await createLearner()]
  const text = (await exportJson(ada.id as UserId, now)).join('')
  const file = JSON.parse(text)
  expect(file).toMatchObject({ format: 'spanwise-export', version: 1 })
  for (const table of Object.keys(exportedTables)) {
    const isGiven = table !== 'sessions'
    expect(file[table], table).toHaveLength(isGiven ? 1 : 0)
  }
  expect(file.users[0].email).toBe(ada.email)
  expect(text).not.toContain(bob.id)
  expect(text).not.toContain('argon2')
})

test('the log as CSV has a line an event, with kinds and sources by name', async () => {
  const user = await learnerWithReviews()
  const lines = (await exportCsv(user)).trimEnd().split('\r\n')
  expect(lines).toHaveLength(5)
  expect(lines[0]).toMatch(/^id,card_id,kind,grade,reviewed_at,/)
  expect(lines[1]).toContain(',api-without-sdk,grade,3,2026-11-04T12:00:00.000Z,2026-11-04,')
})

test('an .apkg reads back as a collection of schema 11, field by field', async () => {
  const user = await learnerWithReviews()
  const states = await database.cardState.findMany({ where: { userId: user }, orderBy: { cardId: 'asc' } })
  const entries = unzipSync(await exportAnki(user, now))
  expect(Object.keys(entries).sort()).toEqual(['collection.anki2', 'media'])
  expect(strFromU8(entries.media!)).toBe('{}')
  const wasm = readFileSync(path.join(process.cwd(), 'node_modules/sql.js/dist/sql-wasm.wasm'))
  const sqlite = await initSqlJs({ wasmBinary: new Uint8Array(wasm).buffer })
  const collection = new sqlite.Database(entries['collection.anki2'])
  const read = (sql: string) => {
    const [result] = collection.exec(sql)
    return (result?.values ?? []).map((row) =>
      Object.fromEntries(result!.columns.map((name, place) => [name, row[place]])),
    )
  }
  const [col] = read('SELECT * FROM col')
  expect(col).toMatchObject({ id: 1, ver: 11, dty: 0, usn: 0 })
  const model = Object.values(JSON.parse(String(col!.models)))[0] as { id: number; flds: { name: string }[] }
  expect(model.flds.map(({ name }) => name)).toEqual(['Question', 'Answer'])
  const decks = JSON.parse(String(col!.decks))
  const notes = read('SELECT * FROM notes ORDER BY guid')
  const cards = read('SELECT cards.*, guid FROM cards JOIN notes ON notes.id = nid ORDER BY guid')
  expect(notes.map(({ guid }) => guid)).toEqual(['spanwise:api-without-sdk', 'spanwise:otlp-is'])
  for (const note of notes) {
    expect(note).toMatchObject({ mid: model.id, usn: -1 })
    expect(String(note.flds).split('\u001f')).toHaveLength(2)
    expect(String(note.flds)).not.toMatch(/href="\//)
    expect(String(note.tags)).toMatch(/^ .+ $/)
  }
  for (const [place, card] of cards.entries()) {
    const state = states[place]!
    const data = JSON.parse(String(card.data))
    // FSRS-6’s own, since this learner has no weights of their own: Anki takes FSRS-5’s where it is absent.
    expect(data.decay).toBe(0.1542)
    expect(card).toMatchObject({ type: 2, queue: 2, usn: -1, reps: state.reps, lapses: state.lapses, ord: 0 })
    expect(data.s).toBeCloseTo(state.stability!, 3)
    expect(data.d).toBeCloseTo(state.difficulty!, 2)
    expect(decks[String(card.did)].name).toMatch(/^Spanwise::/)
    // Anki counts due days from the day on which the collection began, at the learner's hour.
    const begins = new Date(Number(col!.crt) * 1000)
    const due = new Date(begins.getTime() + Number(card.due) * 86_400_000)
    expect(due.toISOString().slice(0, 10)).toBe(state.dueDay!.toISOString().slice(0, 10))
    expect(Number(card.due)).toBeGreaterThanOrEqual(0)
  }
  const log = read('SELECT * FROM revlog ORDER BY id')
  expect(log.map(({ ease }) => ease)).toEqual([3, 1, 3, 4])
  expect(log.map(({ type }) => type)).toEqual([0, 1, 2, 0])
  expect(log[1]).toMatchObject({ ivl: -60 })
  collection.close()
})
