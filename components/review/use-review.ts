import { useCallback, useEffect, useRef, useState } from 'react'
import type { CardFace } from '@/lib/content/card-face'
import type { Grade } from '@/lib/review/grade'
import {
  dropCards,
  gradeShown,
  knowStates,
  lastStep,
  type QueuedCard,
  reveal,
  type SessionLimits,
  startSession,
  thinkingMs,
  tick,
  undo,
} from '@/lib/review/session'
import { withWaiting } from '@/lib/review/waiting'
import { type DueQueue, fetchDueQueue } from './due-queue'
import { dayOf, type Learner, makeGrade, makeUndo } from './learner'
import { useEventQueue } from './use-event-queue'
import { useGradedElsewhere } from './use-graded-elsewhere'

const TICK_MS = 5000

/** A session of review in this tab: the model, the learner's events on their way, and the other tabs. */
export function useReview(first: DueQueue, learner: Learner, limits: SessionLimits) {
  const [due, setDue] = useState(first)
  const [session, setSession] = useState(() => begin(first, limits))
  const current = useRef(session)
  const commit = useCallback((next: typeof session) => {
    if (next === current.current) return
    current.current = next
    setSession(next)
  }, [])
  const { queue, status, add } = useEventQueue(learner.id)

  const drop = useCallback(
    (cardIds: readonly string[]) => commit(dropCards(current.current, cardIds, Date.now())),
    [commit],
  )
  /** Cards graded in this tab: of these the session itself knows best. */
  const touched = useRef(new Set<string>())
  const { tellOthers } = useGradedElsewhere({ learner: learner.id, queue, current, touched, drop })

  // What was graded here before this page was made may still wait: those cards are not asked again.
  useEffect(() => {
    let isCurrent = true
    void queue?.listWaiting().then((waiting) => {
      if (!isCurrent || waiting.length === 0) return
      const cards = cardsOf(due).filter(({ cardId }) => !touched.current.has(cardId))
      const left = withWaiting(cards, waiting, due.today)
      const leftIds = new Set(left.map(({ cardId }) => cardId))
      commit(knowStates(current.current, left))
      drop(cards.map(({ cardId }) => cardId).filter((id) => !leftIds.has(id)))
    })
    return () => {
      isCurrent = false
    }
  }, [queue, due, drop, commit])

  useEffect(() => {
    const timer = setInterval(() => commit(tick(current.current, Date.now())), TICK_MS)
    return () => clearInterval(timer)
  }, [commit])

  /** @param seed of the problem answered, for a generated card. */
  function grade(value: Grade, seed: number | null = null) {
    const before = current.current
    const { shown } = before.position
    if (!shown?.revealed) return
    const at = Date.now()
    const durationMs = thinkingMs(before, at)
    const event = makeGrade(learner, {
      cardId: shown.cardId,
      at,
      grade: value,
      durationMs,
      source: 'review',
      ...(seed !== null && { seed }),
    })
    commit(gradeShown(before, { eventId: event.id, grade: value, at, day: dayOf(learner, at) }))
    touched.current.add(shown.cardId)
    add(event)
    tellOthers(shown.cardId)
  }

  function takeBack() {
    const step = lastStep(current.current)
    if (!step) return
    const at = Date.now()
    commit(undo(current.current, at))
    add(makeUndo(learner, { cardId: step.cardId, at, undoes: step.eventId, source: 'review' }))
  }

  /** Begins another session with what is due now. False where the server cannot be reached. */
  async function goOn(): Promise<boolean> {
    await queue?.flush()
    const next = await fetchDueQueue()
    if (!next) return false
    touched.current.clear()
    setDue(next)
    commit(begin(next, limits))
    return true
  }

  const shownFace = faceOf(due, session.position.shown?.cardId)
  const show = () => commit(reveal(current.current))
  return { due, session, shownFace, queue, status, show, grade, takeBack, goOn }
}

function begin(queue: DueQueue, limits: SessionLimits) {
  return startSession(cardsOf(queue), limits, Date.now())
}

function cardsOf(queue: DueQueue): QueuedCard[] {
  return queue.cards.map(({ face, state }) => ({ cardId: face.id, state }))
}

export function faceOf(due: DueQueue, cardId: string | undefined): CardFace | null {
  return due.cards.find(({ face }) => face.id === cardId)?.face ?? null
}
