import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { addDays, type LocalDay } from '@/lib/review/day'
import type { ReviewEvent } from '@/lib/review/event'
import type { Flag } from '@/lib/review/flag'
import type { Grade } from '@/lib/review/grade'
import { isLeechLapse } from '@/lib/review/leech'
import { preview } from '@/lib/review/schedule'
import {
  dropCards,
  gradeShown,
  knowStates,
  lastStep,
  type QueuedCard,
  reveal,
  type Session,
  type SessionLimits,
  setAside,
  startSession,
  thinkingMs,
  tick,
  undo,
} from '@/lib/review/session'
import { withWaiting } from '@/lib/review/waiting'
import { afterFrame, runWaiting } from './after-frame'
import { type DueCard, type DueQueue, fetchDueQueue, type ReviewMode } from './due-queue'
import { dayOf, type Learner, makeCram, makeGrade, makeMark, makeUndo } from './learner'
import { useEventQueue } from './use-event-queue'
import { useGradedElsewhere } from './use-graded-elsewhere'

const TICK_MS = 5000

/** A session of review in this tab: the model, the learner's events on their way, and the other tabs. */
export function useReview(
  first: DueQueue,
  learner: Learner,
  limits: SessionLimits,
  firstMode: ReviewMode = 'due',
) {
  const [mode, setMode] = useState(firstMode)
  const [due, setDue] = useState(first)
  const [session, setSession] = useState(() => begin(first, limits, learner, firstMode))
  const [flags, setFlags] = useState<Readonly<Record<string, Flag>>>({})
  /** A card just missed so often that its paragraph is worth more than another asking. */
  const [leech, setLeech] = useState<string | null>(null)
  const current = useRef(session)
  const commit = useCallback((next: typeof session) => {
    if (next === current.current) return
    current.current = next
    setSession(next)
  }, [])
  const { queue, status, add: addNow } = useEventQueue(learner.id)
  /** Writing down and telling others come behind the frame that shows what the press did. */
  const add = (event: ReviewEvent) => afterFrame(() => addNow(event))

  const drop = useCallback(
    (cardIds: readonly string[]) => commit(dropCards(current.current, cardIds, Date.now())),
    [commit],
  )
  /** Cards touched in this tab: of these the session itself knows best. */
  const touched = useRef(new Set<string>())
  const { tellOthers } = useGradedElsewhere({ learner: learner.id, mode, queue, current, touched, drop })

  // What was graded here before this page was made may still wait: those cards are not asked again.
  useEffect(() => {
    let isCurrent = true
    if (mode === 'cram') return
    void queue?.listWaiting().then((waiting) => {
      if (!isCurrent || waiting.length === 0) return
      const cards = cardsOf(due).filter(({ cardId }) => !touched.current.has(cardId))
      // A page that was kept may be of an earlier day than the grades that wait.
      const today = latest(due.today, dayOf(learner, Date.now()))
      const until = mode === 'ahead' ? addDays(due.today, 1) : today
      const left = withWaiting(cards, waiting, until, learner.plan)
      const leftIds = new Set(left.map(({ cardId }) => cardId))
      commit(knowStates(current.current, left))
      drop(cards.map(({ cardId }) => cardId).filter((id) => !leftIds.has(id)))
    })
    return () => {
      isCurrent = false
    }
  }, [queue, due, mode, learner, drop, commit])

  useEffect(() => {
    const timer = setInterval(() => commit(tick(current.current, Date.now())), TICK_MS)
    return () => clearInterval(timer)
  }, [commit])

  const { shown } = session.position
  const isRevealed = shown?.revealed === true
  /** What each grade would do: computed once a showing, so that a press gives what its button says. */
  const previewed = useMemo(() => {
    const { shown, states } = session.position
    if (!isRevealed || !shown || mode === 'cram') return null
    const at = Date.now()
    const placing = { cardId: shown.cardId, plan: learner.plan }
    return preview(
      states[shown.cardId] ?? null,
      { at, day: dayOf(learner, at) },
      placing,
      loadOf(due, session),
    )
  }, [isRevealed, session, due, learner, mode])

  /** @param seed of the problem answered, for a generated card. */
  function grade(value: Grade, seed: number | null = null) {
    const before = current.current
    const { shown } = before.position
    if (!shown?.revealed) return
    const at = Date.now()
    const { cardId } = shown
    const answer = { cardId, at, grade: value, durationMs: thinkingMs(before, at), source: 'review' as const }
    const shift = previewed?.[value].shift ?? null
    const event =
      mode === 'cram'
        ? makeCram(learner, answer)
        : makeGrade(learner, { ...answer, ...(shift !== null && { shift }), ...(seed !== null && { seed }) })
    const after = gradeShown(before, { eventId: event.id, grade: value, at, day: dayOf(learner, at), shift })
    commit(after)
    if (value === 1 && hasBecomeLeech(before, after, cardId)) setLeech(cardId)
    touched.current.add(cardId)
    add(event)
    if (mode !== 'cram') afterFrame(() => tellOthers(cardId))
  }

  /** Suspends, buries or resets the card on the screen, and goes on to the next. */
  function putAside(kind: 'suspend' | 'bury' | 'reset') {
    const { shown } = current.current.position
    if (!shown) return
    const at = Date.now()
    const mark = kind === 'bury' ? { kind, until: addDays(dayOf(learner, at), 1) } : { kind }
    const event = makeMark(learner, { cardId: shown.cardId, at, source: 'review' }, mark)
    commit(setAside(current.current, { eventId: event.id, at }))
    touched.current.add(shown.cardId)
    add(event)
    tellOthers(shown.cardId)
  }

  function putFlag(cardId: string, flag: Flag) {
    setFlags((all) => ({ ...all, [cardId]: flag }))
    add(makeMark(learner, { cardId, at: Date.now(), source: 'review' }, { kind: 'flag', flag }))
  }

  function takeBack() {
    const step = lastStep(current.current)
    if (!step) return
    const at = Date.now()
    commit(undo(current.current, at))
    setLeech(null)
    add(makeUndo(learner, { cardId: step.cardId, at, undoes: step.eventId, source: 'review' }))
  }

  /** Begins another session with what may be asked now. False where the server cannot be reached. */
  async function goOn(nextMode: ReviewMode = mode): Promise<boolean> {
    runWaiting()
    await queue?.flush()
    const fetched = await fetchDueQueue(nextMode)
    if (!fetched) return false
    const next = nextMode === 'due' ? withoutWaiting(fetched, await queue?.listWaiting(), learner) : fetched
    touched.current.clear()
    setMode(nextMode)
    setDue(next)
    commit(begin(next, limits, learner, nextMode))
    return true
  }

  const shownCard = cardOf(due, shown?.cardId)
  return {
    due,
    mode,
    session,
    shownCard,
    flag: shownCard ? (flags[shownCard.face.id] ?? shownCard.flag) : 0,
    leech: leech === null ? null : cardOf(due, leech),
    previewed,
    queue,
    status,
    show: () => commit(reveal(current.current)),
    grade,
    putAside,
    putFlag,
    takeBack,
    leaveLeech: () => setLeech(null),
    goOn,
  }
}

function begin(queue: DueQueue, limits: SessionLimits, { plan }: Learner, mode: ReviewMode) {
  return startSession(cardsOf(queue), limits, Date.now(), { plan, isCram: mode === 'cram' })
}

function cardsOf(queue: DueQueue): QueuedCard[] {
  return queue.cards.map(({ face, state }) => ({ cardId: face.id, state }))
}

export function cardOf(due: DueQueue, cardId: string | undefined): DueCard | null {
  return due.cards.find(({ face }) => face.id === cardId) ?? null
}

/** A queue without the cards whose grades still wait here: without a network it is the one that was kept. */
function withoutWaiting(queue: DueQueue, waiting: readonly ReviewEvent[] = [], learner: Learner): DueQueue {
  if (waiting.length === 0) return queue
  const today = latest(queue.today, dayOf(learner, Date.now()))
  const left = new Set(withWaiting(cardsOf(queue), waiting, today, learner.plan).map(({ cardId }) => cardId))
  const cards = queue.cards.filter(({ face }) => left.has(face.id))
  return { ...queue, cards, due: Math.max(0, queue.due - (queue.cards.length - cards.length)) }
}

function latest(one: LocalDay, other: LocalDay): LocalDay {
  return one > other ? one : other
}

/** How many cards are due on a day: as the server saw it, and those that this session has put there since. */
function loadOf(due: DueQueue, { position }: Session): (day: LocalDay) => number {
  const put = position.known.flatMap((id) => position.states[id]?.dueDay ?? [])
  return (day) => (due.load[day] ?? 0) + put.filter((each) => each === day).length
}

function hasBecomeLeech(before: Session, after: Session, cardId: string): boolean {
  const lapses = after.position.states[cardId]?.lapses ?? 0
  return lapses > (before.position.states[cardId]?.lapses ?? 0) && isLeechLapse(lapses)
}
