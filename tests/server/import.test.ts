import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ankiPackage } from '../support/anki-package'
import { createUser, database } from '../support/database'
import { digestOf, digestOfAll } from '../support/learner-rows'
import { randomSource } from '../support/random-source'
import { gradeEvent } from '../support/review-events'

const { importFile } = await import('@/lib/server/import/import-file')
const { exportJson } = await import('@/lib/server/export/export-json')
const { exportAnki } = await import('@/lib/server/export/export-anki')
const { recordEvents } = await import('@/lib/server/reviews')

type UserId = Parameters<typeof importFile>[0]
const now = Date.parse('2026-11-24T12:00:00Z')
const day = 86_400_000
const csv = strToU8(
  'question,answer,tags\r\n"What, then?","A ""gauge""",metrics signals\r\nWhy?,Because.,\r\n,nothing asked,\r\n',
)

async function newcomer(): Promise<UserId> {
  return (await createUser({ createdAt: new Date(now - day) })).id as UserId
}

test('a learner’s export, taken to another account, brings cards, log and states, and a second time nothing', async () => {
  const [ada, bob] = [(await createUser()).id as UserId, await newcomer()]
  await importFile(ada, csv, 'write', now)
  const events = [3, 1, 3].map((grade, place) =>
    gradeEvent({ cardId: 'api-without-sdk', at: now - (20 - place) * day, grade: grade as 1 | 3 }),
  )
  await recordEvents(ada, events, now)
  const file = strToU8((await exportJson(ada, now)).join(''))
  const result = await importFile(bob, file, 'write', now)
  expect(result).toMatchObject({ ok: true, value: { format: 'spanwise', cards: 2, reviews: 5, skipped: {} } })
  const stateOf = (userId: string) =>
    database.cardState.findMany({ where: { userId }, omit: { userId: true }, orderBy: { cardId: 'asc' } })
  expect(await stateOf(bob)).toEqual(await stateOf(ada))
  const before = await digestOf(bob)
  expect(await importFile(bob, file, 'write', now)).toMatchObject({
    ok: true,
    value: { cards: 0, reviews: 0, already: 7 },
  })
  expect(await digestOf(bob)).toBe(before)
})

test('a preview tells what would be written, and writes nothing', async () => {
  const user = await newcomer()
  const before = await digestOfAll()
  const preview = await importFile(user, csv, 'preview', now)
  expect(preview).toMatchObject({
    ok: true,
    value: { format: 'csv', cards: 2, skipped: { 'no text on one of its sides': 1 } },
  })
  expect(await digestOfAll()).toBe(before)
  expect(await importFile(user, csv, 'write', now)).toEqual(preview)
  const cards = await database.ownCard.findMany({ where: { userId: user }, orderBy: { question: 'asc' } })
  expect(cards).toMatchObject([
    { question: 'What, then?', answer: 'A "gauge"', tags: ['metrics', 'signals'] },
    { question: 'Why?', answer: 'Because.', tags: [] },
  ])
  expect(await database.cardState.count({ where: { userId: user, stability: null } })).toBe(2)
})

test.each(['old', 'new'] as const)('Anki’s %s format is read: fields, clozes and tags', async (format) => {
  const user = await newcomer()
  const file = await ankiPackage(
    [
      [['What is a <b>span</b>?', 'A unit of&nbsp;work<br>with a <code>trace_id</code>'], ' otel::traces '],
      [['The {{c1::trace-id}} has {{c2::16::how many}} bytes', ''], ''],
      [['<img src="a.png">', 'a picture alone'], ''],
    ],
    format,
  )
  expect(await importFile(user, file, 'write', now)).toMatchObject({
    ok: true,
    value: { format: 'anki', cards: 3, skipped: { 'no text on one of its sides': 1 } },
  })
  const cards = await database.ownCard.findMany({ where: { userId: user } })
  expect(cards.find(({ tags }) => tags.length > 0)).toMatchObject({
    question: 'What is a **span**?',
    answer: 'A unit of work\n\nwith a `trace_id`',
    tags: ['otel.traces'],
  })
  expect(cards.map(({ question }) => question)).toContain('The trace-id has \\[how many\\] bytes')
})

test('our own .apkg can be read again', async () => {
  const [ada, bob] = [(await createUser()).id as UserId, await newcomer()]
  await recordEvents(ada, [gradeEvent({ cardId: 'api-without-sdk', at: now - day })], now)
  const file = await exportAnki(ada, now)
  expect(await importFile(bob, file, 'write', now)).toMatchObject({
    ok: true,
    value: { format: 'anki', cards: 1, reviews: 1, reviewedCards: 1 },
  })
})

test.each([
  [
    'an archive that unpacks to far more than it weighs',
    () => zipSync({ 'collection.anki2': new Uint8Array(100 << 20) }, { level: 9 }),
    /96 MiB/,
  ],
  [
    'an archive that names a file outside of itself',
    () => zipSync({ '../collection.anki2': strToU8('x') }),
    /outside/,
  ],
  ['an archive without a collection', () => zipSync({ media: strToU8('{}') }), /no collection/],
  ['a file of a newer version', () => strToU8('{"format":"spanwise-export","version":2}'), /newer/],
  ['a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff]), /not text/],
  ['nothing', () => new Uint8Array(), /empty/],
])('%s is refused with a reason, and nothing is written', async (_, make, reason) => {
  const user = await newcomer()
  const before = await digestOfAll()
  expect(await importFile(user, make(), 'write', now)).toMatchObject({
    ok: false,
    code: 'invalid',
    message: expect.stringMatching(reason),
  })
  expect(await digestOfAll()).toBe(before)
})

test('of 500 mutated files each is refused with a reason or imported whole, and nothing is half-written', async () => {
  const ada = (await createUser()).id as UserId
  await importFile(ada, csv, 'write', now)
  await recordEvents(ada, [gradeEvent({ cardId: 'api-without-sdk', at: now - day })], now)
  const notes: [string[], string][] = [
    [['What is a span?', 'A unit of work.'], 'a'],
    [['And a trace?', 'Many.'], ''],
  ]
  const files = [
    strToU8((await exportJson(ada, now)).join('')),
    csv,
    await ankiPackage(notes, 'old'),
    await ankiPackage(notes, 'new', [{ note: 1, days: 3, ease: 3 }]),
    await exportAnki(ada, now),
  ]
  const random = randomSource(20261124)
  const user = await newcomer()
  const outcomes = { refused: 0, taken: 0 }
  for (let run = 0; run < 500; run += 1) {
    const file = mutate(files[run % files.length]!, random)
    const before = await digestOf(user)
    const counted = () => database.ownCard.count({ where: { userId: user } })
    const had = await counted()
    const result = await importFile(user, file, 'write', now)
    if (result.ok) {
      outcomes.taken += 1
      expect((await counted()) - had).toBe(result.value.cards)
    } else {
      outcomes.refused += 1
      expect(result.message).toMatch(/\w+.*\.$/)
      expect(await digestOf(user)).toBe(before)
    }
  }
  expect(outcomes.refused).toBeGreaterThan(100)
  expect(outcomes.taken).toBeGreaterThan(10)
}, 240_000)

function mutate(file: Uint8Array, random: () => number): Uint8Array {
  const bytes = Buffer.from(file)
  const at = () => Math.floor(random() * bytes.length)
  const way = random()
  if (way < 0.25) return bytes.subarray(0, at())
  if (way < 0.4) return Buffer.concat([bytes.subarray(0, at()), bytes.subarray(at())])
  if (way < 0.5) return Buffer.concat([bytes, bytes.subarray(at())])
  const flips = 1 + Math.floor(random() * 12)
  for (let flip = 0; flip < flips; flip += 1) bytes[at()] = Math.floor(random() * 256)
  return bytes
}
