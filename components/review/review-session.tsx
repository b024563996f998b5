'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { Grade } from '@/lib/review/grade'
import { preview } from '@/lib/review/schedule'
import { lastStep, progress, type SessionLimits } from '@/lib/review/session'
import { shuffledPlaces } from '@/lib/review/shuffle'
import { preloadProblems, useProblem } from '../problems/use-problem'
import { type Attempt, isAttemptRight } from './attempt'
import type { DueQueue } from './due-queue'
import { GeneratedCard } from './generated-card'
import { GradeButtons, offerChecked, offerGrades } from './grade-buttons'
import { dayOf, type Learner } from './learner'
import { NothingDue } from './nothing-due'
import { QueueMark } from './queue-mark'
import { ReviewCard } from './review-card'
import { readKey } from './review-keys'
import { ReviewSummary } from './review-summary'
import { SessionBar } from './session-bar'
import { useReview } from './use-review'
import './review.css'

interface ReviewSessionProps {
  first: DueQueue
  learner: Learner
  limits: SessionLimits
}

/** The whole screen of a review: one card at a time, and nothing else. */
export function ReviewSession({ first, learner, limits }: ReviewSessionProps) {
  const { due, session, shownFace, queue, status, show, grade, takeBack, goOn } = useReview(
    first,
    learner,
    limits,
  )
  const { shown, turn, states } = session.position
  /** One showing of one card: what the learner does with it belongs to this showing alone. */
  const showing = `${shown?.cardId}:${turn}`
  const asked = useProblem(shownFace?.generated ?? null, showing, { sitting: due })
  const isGenerated = shownFace?.generated !== undefined
  const { verdict } = asked
  const isRevealed = shown?.revealed === true && !(isGenerated && verdict === null)
  const untouched = useMemo(
    (): Attempt => ({ picked: null, places: shuffledPlaces(shownFace?.items?.length ?? 0, showing) }),
    [shownFace, showing],
  )
  const [attempted, setAttempted] = useState<{ showing: string; attempt: Attempt } | null>(null)
  const hasTried = attempted?.showing === showing
  const attempt = hasTried ? attempted.attempt : untouched
  const isRight = shownFace && isRevealed && hasTried ? isAttemptRight(shownFace, attempt) : null
  const offered = verdict
    ? offerChecked(learner.twoButtons, verdict.isRight)
    : offerGrades(learner.twoButtons, isRight)
  const preselected: Grade | null = isRight === false || verdict?.isRight === false ? 1 : null

  const intervals = useMemo(() => {
    if (!isRevealed || !shown) return null
    const at = Date.now()
    return preview(states[shown.cardId] ?? null, at, dayOf(learner, at))
  }, [isRevealed, shown, states, learner])

  const question = useRef<HTMLDivElement>(null)
  const answer = useRef<HTMLElement>(null)
  const end = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each showing, and its answer, takes the focus
  useEffect(() => {
    const target = isRevealed ? answer : shown ? question : end
    target.current?.focus()
  }, [showing, isRevealed])

  // The network may go while the session lasts.
  useEffect(() => preloadProblems(due.cards.map(({ face }) => face)), [due])

  /** Checks what was answered; with nothing answered, it shows the answer. */
  function showOrCheck() {
    if (isGenerated) asked.check()
    show()
  }

  function pick(choice: number) {
    setAttempted({ showing, attempt: { ...attempt, picked: choice } })
    show()
  }

  function onKeyDown(event: React.KeyboardEvent) {
    const key = readKey(event, { isRevealed, choices: shownFace?.choices?.length ?? 0, offered, preselected })
    if (!key) return
    event.preventDefault()
    // A key that was meant for the last card must not give this problem up.
    if (key.does === 'show' && (!isGenerated || asked.canCheck)) showOrCheck()
    if (key.does === 'pick') pick(key.choice)
    if (key.does === 'grade') grade(key.grade, isGenerated ? asked.seed : null)
    if (key.does === 'undo') takeBack()
  }

  const { known, left } = progress(session)
  const hasBegun = known + left > 0 || turn > 0
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys work anywhere on this screen, and only on it
    <div data-quiet tabIndex={-1} onKeyDown={onKeyDown} className="review focus:outline-none">
      <SessionBar known={known} left={left} onUndo={lastStep(session) ? takeBack : null} isOver={!shown} />
      <div className="review-stage">
        {shown && shownFace && isGenerated ? (
          <GeneratedCard
            key={showing}
            face={shownFace}
            asked={asked}
            question={question}
            answer={answer}
            onCheck={() => asked.canCheck && showOrCheck()}
          />
        ) : shown && shownFace ? (
          <ReviewCard
            key={showing}
            face={shownFace}
            attempt={attempt}
            isRight={isRight}
            isRevealed={isRevealed}
            question={question}
            answer={answer}
            onPick={pick}
            onMove={(places) => setAttempted({ showing, attempt: { ...attempt, places } })}
          />
        ) : hasBegun ? (
          <ReviewSummary heading={end} session={session} due={due} learner={learner} onGoOn={goOn} />
        ) : (
          <NothingDue heading={end} due={due} />
        )}
      </div>
      <div className="review-foot">
        {shown && !isRevealed && (!isGenerated || asked.problem) && (
          <button
            type="button"
            aria-keyshortcuts="Space"
            onClick={showOrCheck}
            className="mx-auto block min-h-12 w-full max-w-[20rem] rounded bg-accent px-6 font-semibold text-on-accent hover:bg-accent-strong"
          >
            {shownFace?.items && hasTried ? 'Check the order' : asked.canCheck ? 'Check' : 'Show answer'}
          </button>
        )}
        {isRevealed && intervals && (
          <GradeButtons
            offered={offered}
            intervals={intervals}
            preselected={preselected}
            onGrade={(value) => grade(value, isGenerated ? asked.seed : null)}
          />
        )}
        <QueueMark status={status} queue={queue} />
      </div>
      <p role="status" className="sr-only">
        {shown
          ? verdict
            ? verdict.isRight
              ? 'Right.'
              : 'Not right.'
            : isRevealed
              ? 'Answer shown.'
              : `${left} left.`
          : ''}
      </p>
    </div>
  )
}
