import 'server-only'
import type { Plan } from '../review/plan'
import { foldTallied } from '../review/statistics/tallied-fold'
import type { CardTally } from '../review/statistics/tally'
import { tallyKey } from '../review/statistics/tally-key'
import { inTransaction, pool, type Transaction } from './database'
import { toPlan } from './plans'
import { lockLog, readLogs } from './review-log'
import type { UserId } from './session'
import { addTallies, clearTallies, markTallied } from './tallies'

/** So many cards are folded at a time, so that other requests are answered in between. */
const CARDS_AT_A_TIME = 100

/** Sees to it that the learner's tallies follow their log: counts it from the beginning where they do not. */
export async function ensureTallies(user: UserId): Promise<void> {
  const { rows } = await pool.query<{ plan: unknown; tallied_by: string | null }>(
    'SELECT plan, tallied_by FROM users WHERE id = $1',
    [user],
  )
  const row = rows[0]
  if (!row || row.tallied_by === tallyKey(toPlan(row.plan))) return
  await inTransaction(async (tx) => {
    const locked = await lockLog(tx, user)
    // Another request may have counted while this one waited for the lock.
    if (locked && locked.talliedBy !== tallyKey(locked.plan)) await recount(tx, user, locked.plan)
  })
}

/** Counts the learner's tallies anew, under the lock of their log. From then on each write keeps them. */
export async function recount(tx: Transaction, user: UserId, plan: Plan): Promise<void> {
  await clearTallies(tx, user)
  const { rows } = await tx.query<{ card_id: string }>(
    'SELECT DISTINCT card_id FROM review_events WHERE user_id = $1',
    [user],
  )
  const tallies = new Map<string, CardTally>()
  for (let from = 0; from < rows.length; from += CARDS_AT_A_TIME) {
    const cards = rows.slice(from, from + CARDS_AT_A_TIME).map(({ card_id }) => card_id)
    const logs = await readLogs(tx, user, cards)
    for (const [cardId, log] of logs) tallies.set(cardId, foldTallied(log, { cardId, plan }).tally)
  }
  // Written at once: day by day the cards would write over each other.
  await addTallies(tx, user, tallies)
  await markTallied(tx, user, tallyKey(plan))
}
