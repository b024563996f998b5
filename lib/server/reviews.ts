import 'server-only'
import { type LocalDay, localDay } from '@/lib/review/day'
import { type EventAnswer, type EventRefusal, type ReviewEvent, reviewEvent } from '@/lib/review/event'
import { byTimeThenId, type Folded, fold, type LoggedEvent } from '@/lib/review/fold'
import { type CardState, grade } from '@/lib/review/schedule'
import { type CardStateRow, deleteStates, readStateRows, writeStates } from './card-states'
import { findCard } from './content'
import { inTransaction, type Transaction } from './database'
import { appendEvents, lockLog, readLogs } from './review-log'
import type { UserId } from './session'

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
  return inTransaction(async (tx) => {
    const account = await lockLog(tx, user)
    if (!account) return null
    const checked = raw.map((value) => check(value, now, account.createdAt))
    const events = checked.flatMap((each) => ('event' in each ? [each.event] : []))
    const appended = new Map(
      (await appendEvents(tx, user, events, new Date(now))).map(({ id, undone }) => [id, undone]),
    )
    const undone = new Set([...appended].flatMap(([id, isUndone]) => (isUndone ? [id] : [])))
    // Of an id that stands twice in the batch, the first place is the recorded one.
    const fresh = new Set(events.filter((event) => appended.delete(event.id)))
    const cards = [...new Set(events.map((event) => event.cardId))]
    const states = await bringUpToDate(tx, user, cards, [...fresh], undone)
    return {
      answers: checked.map((each) => toAnswer(each, fresh)),
      states: cards.map((cardId) => ({ cardId, state: states.get(cardId)?.state ?? null })),
    }
  })
}

type Checked = { event: ReviewEvent } | { id: string | null; code: EventRefusal }

function check(raw: unknown, now: number, accountCreatedAt: number): Checked {
  const parsed = reviewEvent.safeParse(raw)
  if (!parsed.success) return { id: idOf(raw), code: 'invalid' }
  const { data: event } = parsed
  if (event.at > now + CLOCK_TOLERANCE_MS) return { id: event.id, code: 'ahead_of_clock' }
  if (event.at < accountCreatedAt) return { id: event.id, code: 'before_account' }
  if (!findCard(event.cardId)) return { id: event.id, code: 'unknown_card' }
  return { event }
}

function toAnswer(checked: Checked, fresh: ReadonlySet<ReviewEvent>): EventAnswer {
  if ('code' in checked) return { id: checked.id, outcome: 'refused', code: checked.code }
  return { id: checked.event.id, outcome: fresh.has(checked.event) ? 'recorded' : 'duplicate' }
}

function idOf(raw: unknown): string | null {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : null
  return typeof id === 'string' && id.length <= 64 ? id : null
}

/** Folds the new events into the states of the cards; returns the states of all the cards named. */
async function bringUpToDate(
  tx: Transaction,
  user: UserId,
  cards: string[],
  fresh: ReviewEvent[],
  undone: ReadonlySet<string>,
): Promise<ReadonlyMap<string, CardStateRow>> {
  const before = await readStateRows(tx, user, cards)
  if (fresh.length === 0) return before
  const after = new Map<string, Folded | null>()
  const unsettled: string[] = []
  for (const cardId of new Set(fresh.map((event) => event.cardId))) {
    const events = fresh.filter((event) => event.cardId === cardId)
    const appended = append(before.get(cardId) ?? null, events, undone)
    if (appended) after.set(cardId, appended)
    else unsettled.push(cardId)
  }
  const logs = unsettled.length > 0 ? await readLogs(tx, user, unsettled) : new Map<string, LoggedEvent[]>()
  for (const cardId of unsettled) after.set(cardId, fold(logs.get(cardId) ?? []))
  const states = new Map<string, CardStateRow>(before)
  for (const [cardId, folded] of after) {
    if (folded) states.set(cardId, folded)
    else states.delete(cardId)
  }
  await writeStates(
    tx,
    user,
    [...after].flatMap(([cardId, folded]) => (folded ? [{ cardId, ...folded }] : [])),
  )
  await deleteStates(
    tx,
    user,
    [...after].flatMap(([cardId, folded]) => (folded ? [] : [cardId])),
  )
  return states
}

/**
 * The common case: grades that all come after the card's last one, so that its log need not be read.
 * Null where that does not hold (a late event, an undo, a grade undone before it came).
 */
function append(
  before: CardStateRow | null,
  events: ReviewEvent[],
  undone: ReadonlySet<string>,
): Folded | null {
  let last = before ? { at: before.state.lastReviewedAt, id: before.lastEventId } : null
  let state = before?.state ?? null
  for (const event of [...events].sort(byTimeThenId)) {
    if (event.kind !== 'grade' || undone.has(event.id)) return null
    if (last && byTimeThenId(last, event) > 0) return null
    state = grade(state, { grade: event.grade, at: event.at, day: dayOf(event) })
    last = event
  }
  return state && last ? { state, lastEventId: last.id } : null
}

function dayOf(event: ReviewEvent): LocalDay {
  return localDay(event.at, event.zone, event.dayStartsAt)
}
