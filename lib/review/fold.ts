import type { LocalDay } from './day'
import type { Flag } from './flag'
import type { Grade } from './grade'
import type { Placing } from './placement'
import { type CardState, grade } from './schedule'

/** What an event of one card's log says, as far as folding needs it. */
export type LoggedAct =
  | { kind: 'grade'; at: number; day: LocalDay; grade: Grade; shift?: number | null }
  | { kind: 'bury'; at: number; until: LocalDay }
  | { kind: 'flag'; at: number; flag: Flag }
  | { kind: 'suspend' | 'unsuspend' | 'unbury' | 'reset' | 'add'; at: number }

/** An event of one card's log. `cram` is practice, which leaves no trace in the state. */
export type LoggedEvent = { id: string } & (
  | LoggedAct
  | { kind: 'undo'; undoes: string }
  | { kind: 'cram'; at: number }
)

/** All that the log says of a card that is in the deck. */
export interface Folded {
  /** Null for a new card: added and not graded yet, or reset. */
  state: CardState | null
  suspended: boolean
  /** Not asked before this day; null where it is not buried. */
  buriedUntil: LocalDay | null
  flag: Flag
  /** When it came into the deck, or was reset (ms since the epoch): the order of new cards. */
  addedAt: number
  /** The last event that counts. */
  lastEventId: string
  lastEventAt: number
}

/** As Folded, before it is known whether the card ever came into the deck. */
type Folding = Omit<Folded, 'addedAt'> & { addedAt: number | null }
type Counted = { id: string } & LoggedAct

const nothing: Folding = {
  state: null,
  suspended: false,
  buriedUntil: null,
  flag: 0,
  addedAt: null,
  lastEventId: '',
  lastEventAt: Number.NEGATIVE_INFINITY,
}

/**
 * The state of one card from all events of its log, given in any order. Events take their place by
 * (time, id), so the last word on a matter is the latest one; an undone event counts as if it had never
 * been. Null where nothing that counts puts the card into the deck.
 */
export function fold(events: readonly LoggedEvent[], placing: Placing): Folded | null {
  const undone = new Set(events.flatMap((event) => (event.kind === 'undo' ? [event.undoes] : [])))
  const counted = events.filter(isCounted).filter((event) => !undone.has(event.id))
  counted.sort(byTimeThenId)
  let folding = nothing
  for (const event of counted) folding = follow(folding, event, placing)
  return settled(folding)
}

/**
 * The common case: goes on from a known fold with events that all come after its last one, so that the log
 * need not be read. Null where that does not hold (a late event, an undo, an event undone before it came).
 */
export function foldOn(
  before: Folded,
  events: readonly LoggedEvent[],
  undone: ReadonlySet<string>,
  placing: Placing,
): Folded | null {
  if (events.some((event) => event.kind === 'undo' || undone.has(event.id))) return null
  let folding: Folding = before
  for (const event of events.filter(isCounted).sort(byTimeThenId)) {
    if (byTimeThenId({ at: folding.lastEventAt, id: folding.lastEventId }, event) > 0) return null
    folding = follow(folding, event, placing)
  }
  return settled(folding)
}

/** The one order of events: by time, and by id where two share a millisecond. */
export function byTimeThenId(a: { at: number; id: string }, b: { at: number; id: string }): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

function isCounted(event: LoggedEvent): event is Counted {
  return event.kind !== 'undo' && event.kind !== 'cram'
}

function follow(before: Folding, event: Counted, placing: Placing): Folding {
  const last = { lastEventId: event.id, lastEventAt: event.at }
  switch (event.kind) {
    case 'grade': {
      const state = grade(before.state, event, placing)
      // Whoever grades a card has dug it up.
      return { ...before, ...last, state, buriedUntil: null, addedAt: before.addedAt ?? event.at }
    }
    case 'reset':
      return { ...before, ...last, state: null, buriedUntil: null, addedAt: event.at }
    case 'add':
      return { ...before, ...last, addedAt: before.addedAt ?? event.at }
    case 'suspend':
      return { ...before, ...last, suspended: true }
    case 'unsuspend':
      return { ...before, ...last, suspended: false }
    case 'bury':
      return { ...before, ...last, buriedUntil: event.until }
    case 'unbury':
      return { ...before, ...last, buriedUntil: null }
    case 'flag':
      return { ...before, ...last, flag: event.flag }
  }
}

function settled(folding: Folding): Folded | null {
  const { addedAt } = folding
  return addedAt === null ? null : { ...folding, addedAt }
}
