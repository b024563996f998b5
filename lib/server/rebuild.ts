import 'server-only'
import { type Folded, fold } from '@/lib/review/fold'
import { readFolds, writeFolds } from './card-states'
import { inTransaction, pool, type Transaction } from './database'
import { lockLog, readLogs } from './review-log'
import type { UserId } from './session'

/** What a comparison of every state with the fold of its log found. */
export interface Comparison {
  learners: number
  cards: number
  different: number
  /** The first few of the different ones. */
  examples: { userId: string; cardId: string; stored: Folded | null; folded: Folded | null }[]
}

/**
 * Folds the log of every learner anew and compares it with the stored states; with `repair` the
 * differing states are replaced. One learner at a time, under the lock of their log, so that it may
 * run beside a live server.
 */
export async function compareStates({ repair = false } = {}): Promise<Comparison> {
  const found: Comparison = { learners: 0, cards: 0, different: 0, examples: [] }
  for await (const user of listLearners()) {
    await inTransaction((tx) => compareLearner(tx, user, repair, found))
    found.learners++
  }
  return found
}

async function compareLearner(tx: Transaction, user: UserId, repair: boolean, found: Comparison) {
  const locked = await lockLog(tx, user)
  if (!locked) return
  const cards = await listTouchedCards(tx, user)
  const [logs, stored] = [await readLogs(tx, user, cards), await readFolds(tx, user, cards)]
  const wrong = new Map<string, Folded | null>()
  for (const cardId of cards) {
    const folded = fold(logs.get(cardId) ?? [], { cardId, plan: locked.plan })
    const before = stored.get(cardId) ?? null
    found.cards++
    if (sameFold(before, folded)) continue
    found.different++
    wrong.set(cardId, folded)
    if (found.examples.length < 10) found.examples.push({ userId: user, cardId, stored: before, folded })
  }
  if (repair) await writeFolds(tx, user, wrong)
}

async function listTouchedCards(tx: Transaction, user: UserId): Promise<string[]> {
  const { rows } = await tx.query<{ card_id: string }>(
    `SELECT card_id FROM review_events WHERE user_id = $1 UNION SELECT card_id FROM card_states WHERE user_id = $1`,
    [user],
  )
  return rows.map((row) => row.card_id)
}

async function* listLearners(): AsyncGenerator<UserId> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await pool.query<{ id: UserId }>(
      'SELECT id FROM users WHERE id > $1 ORDER BY id LIMIT 500',
      [after],
    )
    for (const { id } of rows) yield id
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

function sameFold(a: Folded | null, b: Folded | null): boolean {
  if (!a || !b) return a === b
  const { state: stateA, ...marksA } = a
  const { state: stateB, ...marksB } = b
  if (!sameFields(marksA, marksB)) return false
  return stateA && stateB ? sameFields(stateA, stateB) : stateA === stateB
}

function sameFields<T extends object>(a: T, b: T): boolean {
  return (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key])
}
