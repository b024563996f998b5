import 'server-only'
import { isOwnCardId } from '@/lib/content/own-card-id'
import { type EventAnswer, type EventRefusal, type ReviewEvent, reviewEvent } from '@/lib/review/event'
import type { Folded } from '@/lib/review/fold'
import { toLogged } from '@/lib/review/logged'
import type { CardState } from '@/lib/review/schedule'
import { foldTallied, foldTalliedOn } from '@/lib/review/statistics/tallied-fold'
import { type CardTally, tallyDifference } from '@/lib/review/statistics/tally'
import { tallyKey } from '@/lib/review/statistics/tally-key'
import type { TimedEvent } from '@/lib/review/timed-event'
import { readFolds, writeFolds } from './card-states'
import { findCard } from './content'
import { inTransaction, type Transaction } from './database'
import { findOwnCardIds } from './own-card-ids'
import { appendEvents, type LockedLog, lockLog, readLogs } from './review-log'
import type { UserId } from './session'
import { addTallies, markTallied } from './tallies'

/** A browser's clock may be this much ahead of ours. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000

/** What became of a batch: an answer at each event's own place, and the state of every card it named. */
export interface RecordedEvents {
  answers: EventAnswer[]
  states: { cardId: string; state: CardState | null }[]
}

/**
 * Takes a batch of events into the learner's log and brings the states of their cards up to date, in
 * one transaction. Events may come late, twice and in any order: the log keeps each id once, and a
 * state is always the fold of the card's whole log. `now` is the server's clock in ms.
 * Null where the account is gone.
 */
export async function recordEvents(
  user: UserId,
  raw: readonly unknown[],
  now: number,
): Promise<RecordedEvents | null> {
  return inTransaction((tx) => recordEventsIn(tx, user, raw, now))
}

/** The same within a transaction of the caller's. `isOldTaken`: events from before the account, too, as an import brings. */
export async function recordEventsIn(
  tx: Transaction,
  user: UserId,
  raw: readonly unknown[],
  now: number,
  { isOldTaken = false }: { isOldTaken?: boolean } = {},
): Promise<RecordedEvents | null> {
  const account = await lockLog(tx, user)
  if (!account) return null
  const parsed = raw.map((value) => reviewEvent.safeParse(value))
  const named = parsed.flatMap(({ data }) => (data ? [data.cardId] : []))
  const own = await findOwnCardIds(tx, user, named.filter(isOwnCardId))
  const isCard = (cardId: string) => own.has(cardId) || findCard(cardId) !== null
  const checked = parsed.map(({ data }, place): Checked => {
    if (!data) return { id: idOf(raw[place]), code: 'invalid' }
    const code = refusalOf(data, now, isOldTaken ? 0 : account.createdAt, isCard)
    return code ? { id: data.id, code } : { event: data }
  })
  const events = checked.flatMap((each) => ('event' in each ? [each.event] : []))
  const appended = new Map(
    (await appendEvents(tx, user, events, new Date(now))).map(({ id, undone }) => [id, undone]),
  )
  const undone = new Set([...appended].flatMap(([id, isUndone]) => (isUndone ? [id] : [])))
  // Of an id that stands twice in the batch, the first place is the recorded one.
  const fresh = new Set(events.filter((event) => appended.delete(event.id)))
  const cards = [...new Set(events.map((event) => event.cardId))]
  const folds = await bringUpToDate(tx, user, cards, [...fresh], undone, account)
  return {
    answers: checked.map((each) => toAnswer(each, fresh)),
    states: cards.map((cardId) => ({ cardId, state: folds.get(cardId)?.state ?? null })),
  }
}

type Checked = { event: ReviewEvent } | { id: string | null; code: EventRefusal }

function refusalOf(
  event: ReviewEvent,
  now: number,
  accountCreatedAt: number,
  isCard: (cardId: string) => boolean,
): EventRefusal | null {
  if (event.at > now + CLOCK_TOLERANCE_MS) return 'ahead_of_clock'
  if (event.at < accountCreatedAt) return 'before_account'
  return isCard(event.cardId) ? null : 'unknown_card'
}

function toAnswer(checked: Checked, fresh: ReadonlySet<ReviewEvent>): EventAnswer {
  if ('code' in checked) return { id: checked.id, outcome: 'refused', code: checked.code }
  return { id: checked.event.id, outcome: fresh.has(checked.event) ? 'recorded' : 'duplicate' }
}

function idOf(raw: unknown): string | null {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : null
  return typeof id === 'string' && id.length <= 64 ? id : null
}

/** Folds the new events into what is known of their cards; returns that of all the cards named. */
async function bringUpToDate(
  tx: Transaction,
  user: UserId,
  cards: string[],
  fresh: ReviewEvent[],
  undone: ReadonlySet<string>,
  { plan, talliedBy }: LockedLog,
): Promise<ReadonlyMap<string, Folded>> {
  const before = await readFolds(tx, user, cards)
  if (fresh.length === 0) return before
  const isTallied = talliedBy === tallyKey(plan)
  const after = new Map<string, Folded | null>()
  const tallies = new Map<string, CardTally>()
  const unsettled: string[] = []
  for (const cardId of new Set(fresh.map((event) => event.cardId))) {
    const events = fresh.filter((event) => event.cardId === cardId).map(toLogged)
    // A card without a row may have a log all the same: marks set while a grade was undone.
    const known = before.get(cardId)
    const on = known ? foldTalliedOn(known, events, undone, { cardId, plan }) : null
    if (on) {
      after.set(cardId, on.folded)
      tallies.set(cardId, on.tally)
    } else unsettled.push(cardId)
  }
  const logs = unsettled.length > 0 ? await readLogs(tx, user, unsettled) : new Map<string, TimedEvent[]>()
  const isFresh = new Set(fresh.map(({ id }) => id))
  for (const cardId of unsettled) {
    const log = logs.get(cardId) ?? []
    const { folded, tally } = foldTallied(log, { cardId, plan })
    after.set(cardId, folded)
    // What the log said before is counted once more, and only the difference is written.
    const old = isTallied && log.filter(({ id }) => !isFresh.has(id))
    if (old) tallies.set(cardId, tallyDifference(foldTallied(old, { cardId, plan }).tally, tally))
  }
  await writeFolds(tx, user, after)
  if (isTallied) await addTallies(tx, user, tallies)
  // Tallies that stop to follow the log must not be taken for good should their plan come back.
  else if (talliedBy !== null) await markTallied(tx, user, null)
  const folds = new Map(before)
  for (const [cardId, folded] of after) {
    if (folded) folds.set(cardId, folded)
    else folds.delete(cardId)
  }
  return folds
}
