import 'server-only'
import type { Folded } from '@/lib/review/fold'
import { foldTallied } from '@/lib/review/statistics/tallied-fold'
import { addTally, emptyTally, type RecallTally } from '@/lib/review/statistics/tally'
import { tallyKey } from '@/lib/review/statistics/tally-key'
import { readFolds, writeFolds } from './card-states'
import { inTransaction, pool, type Transaction } from './database'
import { recount } from './recount'
import { lockLog, readLogs } from './review-log'
import type { UserId } from './session'
import { readTallies } from './tallies'

/** What a comparison of every state with the fold of its log found. */
export interface Comparison {
  learners: number
  cards: number
  different: number
  /** Learners whose tallies follow their log, and those of them whose tallies differ from it. */
  tallied: number
  miscounted: number
  /** The first few of the different ones. */
  examples: { userId: string; cardId: string; stored: Folded | null; folded: Folded | null }[]
}

/**
 * Folds the log of every learner anew and compares it with the stored states; with `repair` the
 * differing states and tallies are replaced. One learner at a time, under the lock of their log, so that it may
 * run beside a live server.
 */
export async function compareStates({ repair = false } = {}): Promise<Comparison> {
  const found: Comparison = {
    ...{ learners: 0, cards: 0, different: 0, tallied: 0, miscounted: 0 },
    examples: [],
  }
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
  const [days, recalls] = [emptyTally(), new Map<string, RecallTally>()]
  for (const cardId of cards) {
    const { folded, tally } = foldTallied(logs.get(cardId) ?? [], { cardId, plan: locked.plan })
    addTally(days, { days: tally.days, bins: new Map() })
    for (const [bin, recall] of tally.bins) recalls.set(`${cardId} ${bin}`, recall)
    const before = stored.get(cardId) ?? null
    found.cards++
    if (sameFold(before, folded)) continue
    found.different++
    wrong.set(cardId, folded)
    if (found.examples.length < 10) found.examples.push({ userId: user, cardId, stored: before, folded })
  }
  if (repair) await writeFolds(tx, user, wrong)
  if (locked.talliedBy !== tallyKey(locked.plan)) return
  found.tallied++
  const tallies = await readTallies(tx, user)
  if (sameTallies(tallies.days, days.days) && sameTallies(tallies.recalls, recalls)) return
  found.miscounted++
  if (repair) await recount(tx, user, locked.plan)
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

function sameTallies<T extends object>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  return (
    a.size === b.size &&
    [...a].every(([key, tally]) => {
      const other = b.get(key)
      return other !== undefined && sameFields(tally, other)
    })
  )
}

function sameFields<T extends object>(a: T, b: T): boolean {
  return (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key])
}
