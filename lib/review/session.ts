import type { LocalDay } from './day'
import type { Grade } from './grade'
import type { Plan } from './plan'
import { type CardState, grade as gradeState } from './schedule'

/** A card of the queue and what is known of it; null where it was never graded. */
export interface QueuedCard {
  cardId: string
  state: CardState | null
}

/** When a session takes no new cards any more. `ms` counts thinking, not the time the page stood open. */
export interface SessionLimits {
  cards: number
  ms: number
}

/** Where a session stands. Never changed in place, so that an undo puts the earlier one back whole. */
export interface Position {
  /** Still to be asked, in order. */
  fresh: readonly string[]
  /** Missed, to be asked again, in the order of missing; `turn` is the number of the grade that missed it. */
  missed: readonly { cardId: string; turn: number }[]
  /** On the screen since `at` (ms); null at the end. */
  shown: { cardId: string; at: number; revealed: boolean } | null
  /** Known by now, in order. */
  known: readonly string[]
  /** Left for another session, since the time was up. */
  postponed: readonly string[]
  /** Cards that were missed at least once. */
  everMissed: readonly string[]
  /** Grades given so far. */
  turn: number
  spentMs: number
  states: Readonly<Record<string, CardState | null>>
}

/** One grade, or one card set aside, that can be taken back. */
export interface Step {
  eventId: string
  cardId: string
  thoughtMs: number
  before: Position
}

/** How a session schedules what is graded in it. */
export interface Scheduling {
  plan: Plan
  /** Practice: grades bring a missed card back within the session, and change nothing else. */
  isCram: boolean
}

export interface Session {
  limits: SessionLimits
  scheduling: Scheduling
  position: Position
  /** The grades that can be taken back, the last one at the end. */
  past: readonly Step[]
  /** Cards graded in another tab or on another device meanwhile: they do not come again here. */
  elsewhere: readonly string[]
}

/** A missed card comes back after this many other cards, or sooner where there are no more. */
export const RETRY_GAP = 3
/** This many grades can be taken back. */
export const UNDO_LIMIT = 30
/** A longer pause is a break, not thinking; Anki caps at the same minute. */
export const THINKING_LIMIT_MS = 60_000

/** Begins a session at `at` (ms) with the first of the cards given. */
export function startSession(
  cards: readonly QueuedCard[],
  limits: SessionLimits,
  at: number,
  scheduling: Scheduling,
): Session {
  const taken = cards.slice(0, Math.max(0, limits.cards))
  const position: Position = {
    fresh: taken.map((card) => card.cardId),
    missed: [],
    shown: null,
    known: [],
    postponed: [],
    everMissed: [],
    turn: 0,
    spentMs: 0,
    states: Object.fromEntries(taken.map((card) => [card.cardId, card.state])),
  }
  return { limits, scheduling, position: showNext(position, limits, at), past: [], elsewhere: [] }
}

/** Shows the answer of the card on the screen. */
export function reveal(session: Session): Session {
  const { position } = session
  if (!position.shown || position.shown.revealed) return session
  return { ...session, position: { ...position, shown: { ...position.shown, revealed: true } } }
}

/** Time spent on the card on the screen, in ms, from 0 to THINKING_LIMIT_MS. */
export function thinkingMs({ position }: Session, at: number): number {
  return position.shown ? Math.min(THINKING_LIMIT_MS, Math.max(0, Math.round(at - position.shown.at))) : 0
}

/**
 * Grades the card on the screen and shows the next. `day` is the learner's day of `at`. The same session
 * comes back where no answer is shown, so that a second press of the same key does nothing.
 */
export function gradeShown(
  session: Session,
  graded: { eventId: string; grade: Grade; at: number; day: LocalDay; shift?: number | null },
): Session {
  const { position, limits, scheduling } = session
  if (!position.shown?.revealed) return session
  const { cardId } = position.shown
  const thoughtMs = thinkingMs(session, graded.at)
  const turn = position.turn + 1
  const isMiss = graded.grade === 1
  const after: Position = {
    ...position,
    turn,
    spentMs: position.spentMs + thoughtMs,
    shown: null,
    missed: isMiss ? [...position.missed, { cardId, turn }] : position.missed,
    everMissed: isMiss ? including(position.everMissed, cardId) : position.everMissed,
    known: isMiss ? position.known : [...position.known, cardId],
    states: scheduling.isCram
      ? position.states
      : {
          ...position.states,
          [cardId]: gradeState(position.states[cardId] ?? null, graded, { cardId, plan: scheduling.plan }),
        },
  }
  const step: Step = { eventId: graded.eventId, cardId, thoughtMs, before: position }
  return {
    ...session,
    position: showNext(after, limits, graded.at),
    past: [...session.past, step].slice(-UNDO_LIMIT),
  }
}

/**
 * Sets the card on the screen aside (suspended, buried, reset by the event) and shows the next. An undo
 * brings it back as it was.
 */
export function setAside(session: Session, { eventId, at }: { eventId: string; at: number }): Session {
  const { position, limits } = session
  if (!position.shown) return session
  const step: Step = {
    eventId,
    cardId: position.shown.cardId,
    thoughtMs: thinkingMs(session, at),
    before: position,
  }
  // The turn moves on as for a grade: a showing is told from another of the same card by its turn.
  const after = { ...position, turn: position.turn + 1, shown: null }
  return {
    ...session,
    position: showNext(after, limits, at),
    past: [...session.past, step].slice(-UNDO_LIMIT),
  }
}

/** The grade, or the setting aside, that an undo would take back now. */
export function lastStep(session: Session): Step | null {
  return session.past.at(-1) ?? null
}

/** Takes the last step back: the session stands where it stood, its clock running on from there. */
export function undo(session: Session, at: number): Session {
  const step = lastStep(session)
  if (!step) return session
  const { shown } = step.before
  const position = { ...step.before, shown: shown && { ...shown, at: at - step.thoughtMs } }
  return dropCards({ ...session, position, past: session.past.slice(0, -1) }, session.elsewhere, at)
}

/** Tells the session the time: once it is up, the cards not yet asked are left for another day. */
export function tick(session: Session, at: number): Session {
  const { position, limits } = session
  if (position.fresh.length === 0 || position.spentMs + thinkingMs(session, at) < limits.ms) return session
  return { ...session, position: postponeFresh(position) }
}

/** Takes cards out that were graded elsewhere. */
export function dropCards(session: Session, cardIds: readonly string[], at: number): Session {
  const gone = new Set(cardIds)
  if (gone.size === 0) return session
  const { position } = session
  const keptPosition: Position = {
    ...position,
    fresh: position.fresh.filter((id) => !gone.has(id)),
    missed: position.missed.filter(({ cardId }) => !gone.has(cardId)),
    postponed: position.postponed.filter((id) => !gone.has(id)),
    shown: position.shown && gone.has(position.shown.cardId) ? null : position.shown,
  }
  return {
    ...session,
    elsewhere: cardIds.reduce(including, session.elsewhere),
    position: keptPosition.shown ? keptPosition : showNext(keptPosition, session.limits, at),
  }
}

/** Puts right what is known of cards, e.g. by grades that the server had not seen when it made the queue. */
export function knowStates(session: Session, cards: readonly QueuedCard[]): Session {
  const { position } = session
  const news = cards.filter(({ cardId }) => cardId in position.states)
  if (news.length === 0) return session
  const states = Object.fromEntries(news.map(({ cardId, state }) => [cardId, state]))
  return { ...session, position: { ...position, states: { ...position.states, ...states } } }
}

/** How many cards are known, and how many are still to come, the one on the screen included. */
export function progress({ position }: Session): { known: number; left: number } {
  const left = position.fresh.length + position.missed.length + (position.shown ? 1 : 0)
  return { known: position.known.length, left }
}

export interface SessionSummary {
  /** Cards known at the end: at once, and after a miss. */
  knownAtOnce: readonly string[]
  knownAfterMiss: readonly string[]
  postponed: readonly string[]
  spentMs: number
  /** The earliest day on which a card of this session is due again; null where none was graded. */
  nextDueDay: LocalDay | null
}

/** What the session came to, and the first day on which one of its cards is due again. */
export function summarise({ position }: Session): SessionSummary {
  const missed = new Set(position.everMissed)
  const days = position.known.flatMap((id) => position.states[id]?.dueDay ?? [])
  return {
    knownAtOnce: position.known.filter((id) => !missed.has(id)),
    knownAfterMiss: position.known.filter((id) => missed.has(id)),
    postponed: position.postponed,
    spentMs: position.spentMs,
    nextDueDay: days.toSorted()[0] ?? null,
  }
}

function showNext(before: Position, limits: SessionLimits, at: number): Position {
  const position = before.spentMs >= limits.ms ? postponeFresh(before) : before
  const ripe = position.missed.find(({ turn }) => position.turn - turn >= RETRY_GAP)?.cardId
  const cardId = ripe ?? position.fresh[0] ?? position.missed[0]?.cardId
  if (cardId === undefined) return position
  return {
    ...position,
    fresh: position.fresh.filter((id) => id !== cardId),
    missed: position.missed.filter((each) => each.cardId !== cardId),
    shown: { cardId, at, revealed: false },
  }
}

function postponeFresh(position: Position): Position {
  if (position.fresh.length === 0) return position
  return { ...position, fresh: [], postponed: [...position.postponed, ...position.fresh] }
}

function including(list: readonly string[], one: string): readonly string[] {
  return list.includes(one) ? list : [...list, one]
}
