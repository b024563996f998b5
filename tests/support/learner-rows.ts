import { apiScopes } from '@/lib/review/api-scope'
import { standardWeights } from '@/lib/review/memory'
import { defaultPlan } from '@/lib/review/plan'
import { database, pool } from './database'
import type { Learner } from './door'
import { fitIdOf } from './fit-of'
import { ownCardIdOf } from './own-card-of'
import { tokenIdOf, tokenOf } from './token-of'

/** The password of every learner made here. Hashed once: argon2 is meant to be slow. */
const password = 'tolerant-otter-lamp'
let passwordHash: Promise<string> | undefined

/** A learner with a password and one row in every table of theirs; made again where one is given. */
export async function createLearner(again?: Learner): Promise<Learner> {
  const { hashPassword } = await import('../../lib/server/passwords')
  const { hashToken } = await import('../../lib/server/api-tokens')
  passwordHash ??= hashPassword(password)
  const email = again?.email ?? `${crypto.randomUUID()}@example.test`
  const { id: userId } = await database.user.create({
    data: {
      ...(again && { id: again.id }),
      email,
      passwordHash: await passwordHash,
      createdAt: new Date('2020-01-01T00:00:00Z'),
    },
  })
  const day = new Date('2026-01-01')
  const event = {
    id: crypto.randomUUID(),
    cardId: 'another-card',
    reviewedAt: day,
    zone: 'UTC',
    dayStartsAt: 4,
  }
  await database.account.create({
    data: { userId, type: 'oauth', provider: 'github', providerAccountId: userId },
  })
  await database.sectionRead.create({ data: { userId, lesson: 'a', section: 'b' } })
  await database.lessonVisit.create({ data: { userId, lesson: 'a', section: 'b' } })
  await database.reviewEvent.create({
    data: { ...event, userId, kind: 1, grade: 3, localDay: day, source: 2 },
  })
  await database.cardState.create({
    data: {
      userId,
      cardId: event.cardId,
      dueDay: day,
      stability: 1,
      difficulty: 1,
      reps: 1,
      lapses: 0,
      lastGrade: 3,
      lastReviewedAt: day,
      lastEventId: event.id,
      lastDay: day,
      firstDay: day,
      addedAt: day,
      lastEventAt: day,
    },
  })
  const tallied = { userId, asked: 1, recalled: 1 }
  await database.recallTally.create({
    data: { ...tallied, cardId: event.cardId, bin: 18, expectedMicros: 920_000 },
  })
  await database.reviewDay.create({
    data: {
      ...{ userId, day, reviews: 1, spentMs: 4000, met: 0, practised: 0, practisedMs: 0, lossMicros: 83_382 },
      ...{ youngAsked: 1, youngRecalled: 1, matureAsked: 0, matureRecalled: 0 },
    },
  })
  await database.ownCard.create({
    data: { userId, id: ownCardIdOf(userId), question: 'Why?', answer: 'So.', tags: ['mine'] },
  })
  await database.cardNote.create({ data: { userId, cardId: event.cardId, text: 'Mine.' } })
  await database.cardReport.create({ data: { userId, cardId: event.cardId, text: 'Wrong.' } })
  await database.apiToken.create({
    data: {
      id: tokenIdOf(userId),
      userId,
      name: 'mine',
      scopes: [...apiScopes],
      hash: hashToken(tokenOf(userId)),
    },
  })
  await database.weightFit.create({
    data: {
      id: fitIdOf(userId),
      userId,
      byItself: false,
      grades: 1,
      finishedAt: day,
      outcome: 'better',
      reviews: 400,
      heldOut: 80,
      lossBefore: 0.4,
      lossAfter: 0.3,
      weights: [...standardWeights.with(2, 2)],
    },
  })
  await database.reminder.create({ data: { userId, isOn: true, hour: 8, leastDue: 5 } })
  await database.calendarFeed.create({ data: { userId, hash: hashToken(userId) } })
  const settings = {
    zone: 'UTC',
    dayStartsAt: 4,
    twoButtons: false,
    sessionCards: 30,
    sessionMinutes: 10,
    newPerDay: 20,
    reviewsPerDay: 200,
    plan: { ...defaultPlan, vacation: null, weights: null },
  }
  await database.settingsChange.create({ data: { userId, before: settings, after: settings } })
  return { id: userId, email, password }
}

/** Every table that holds something of a learner's, by the column that says whose. Read from the database itself. */
async function listTables() {
  return database.$queryRaw<{ table: string; column: string }[]>`
    SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
    WHERE table_schema = 'public' AND (column_name = 'user_id' OR (table_name = 'users' AND column_name = 'id'))
    ORDER BY table_name`
}

/** How many rows a learner has, table by table. */
export async function countRows(learner: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { table, column } of await listTables()) {
    const [row] = await database.$queryRawUnsafe<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM "${table}" WHERE "${column}" = $1::uuid`,
      learner,
    )
    counts[table] = row!.n
  }
  return counts
}

/** A digest of all that a learner has; it changes with any byte of it. */
export async function digestOf(learner: string): Promise<string> {
  const tables = await listTables()
  const parts = tables.map(
    ({ table, column }) =>
      `SELECT '${table}' || coalesce(string_agg(t::text, ',' ORDER BY t::text), '') AS part FROM "${table}" t WHERE "${column}" = $1::uuid`,
  )
  const [row] = await database.$queryRawUnsafe<{ digest: string }[]>(
    `SELECT md5(string_agg(part, ';' ORDER BY part)) AS digest FROM (${parts.join(' UNION ALL ')}) AS all_parts`,
    learner,
  )
  return row!.digest
}

/**
 * A digest of the whole database but the counting of attempts, which a refusal is meant to write; and how
 * many sessions a learner has. One prepared statement, cheap enough for each of many thousand calls.
 */
export async function lookAtAll(learner: string): Promise<{ digest: string; sessions: number }> {
  lookQuery ??= await writeLookQuery()
  const { rows } = await pool.query({ name: 'look-at-all', text: lookQuery, values: [learner] })
  return rows[0]
}

export async function digestOfAll(): Promise<string> {
  return (await lookAtAll('00000000-0000-0000-0000-000000000000')).digest
}

let lookQuery: string | undefined

async function writeLookQuery(): Promise<string> {
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN ('attempts', '_prisma_migrations') ORDER BY 1`
  const parts = tables.map(
    ({ name }) =>
      `SELECT '${name}' || coalesce(string_agg(t::text, ',' ORDER BY t::text), '') AS part FROM "${name}" t`,
  )
  return `SELECT md5(string_agg(part, ';' ORDER BY part)) AS digest,
    (SELECT count(*)::int FROM sessions WHERE user_id = $1::uuid) AS sessions
    FROM (${parts.join(' UNION ALL ')}) AS all_parts`
}
