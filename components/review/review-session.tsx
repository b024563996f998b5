'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { Grade } from '@/lib/review/grade'
import { lastStep, progress, type SessionLimits } from '@/lib/review/session'
import { shuffledPlaces } from '@/lib/review/shuffle'
import { preloadProblems, useProblem } from '../problems/use-problem'
import { type Attempt, isAttemptRight } from './attempt'
import { CardTools } from './card-tools'
import type { DueQueue, ReviewMode } from './due-queue'
import { GeneratedCard } from './generated-card'
import { GradeButtons, offerChecked, offerGrades } from './grade-buttons'
import type { Learner } from './learner'
import { LeechPanel } from './leech-panel'
import { NothingDue } from './nothing-due'
import { QueueMark } from './queue-mark'
import { RestartOffer } from './restart-offer'
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
  mode?: ReviewMode
}

/** The whole screen of a review: one card at a time, and nothing else. */
export function ReviewSession({ first, learner, limits, mode = 'due' }: ReviewSessionProps) {
  const review = useReview(first, learner, limits, mode)
  const { due, session, shownCard, leech, previewed, show, grade, takeBack } = review
  const { shown, turn } = session.position
  const face = shownCard?.face ?? null
  const isCram = review.mode === 'cram'
  /** One showing of one card: what the learner does with it belongs to this showing alone. */
  const showing = `${shown?.cardId}:${turn}`
  const asked = useProblem(face?.generated ?? null, showing, { sitting: due })
  const isGenerated = face?.generated !== undefined
  const { verdict } = asked
  const isRevealed = shown?.revealed === true && !(isGenerated && verdict === null)
  const untouched = useMemo(
    (): Attempt => ({ picked: null, places: shuffledPlaces(face?.items?.length ?? 0, showing) }),
    [face, showing],
  )
  const [attempted, setAttempted] = useState<{ showing: string; attempt: Attempt } | null>(null)
  /** The showing whose tools are open: they close with it. */
  const [toolsOf, setToolsOf] = useState<string | null>(null)
  /** Back after a break, and not decided yet how to begin. */
  const [isRestartOpen, setIsRestartOpen] = useState(first.restart !== null && mode === 'due')
  const hasTried = attempted?.showing === showing
  const attempt = hasTried ? attempted.attempt : untouched
  const isRight = face && isRevealed && hasTried ? isAttemptRight(face, attempt) : null
  const twoButtons = learner.twoButtons || isCram
  const offered = verdict ? offerChecked(twoButtons, verdict.isRight) : offerGrades(twoButtons, isRight)
  const preselected: Grade | null = isRight === false || verdict?.isRight === false ? 1 : null

  const question = useRef<HTMLDivElement>(null)
  const answer = useRef<HTMLElement>(null)
  const end = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each showing, and its answer, takes the focus
  useEffect(() => {
    const target = leech || !shown || isRestartOpen ? end : isRevealed ? answer : question
    target.current?.focus()
  }, [showing, isRevealed, leech, isRestartOpen])

  // The network may go while the session lasts.
  useEffect(() => preloadProblems(due.cards.map(({ face }) => face)), [due])

  /** Checks what was answered; with nothing answered, it shows the answer. */
  function showOrCheck() {
    if (isGenerated) asked.check()
    show()
  }

  function give(value: Grade) {
    grade(value, isGenerated ? asked.seed : null)
  }

  function pick(choice: number) {
    setAttempted({ showing, attempt: { ...attempt, picked: choice } })
    show()
  }

  function onKeyDown(event: React.KeyboardEvent) {
    const key = readKey(event, { isRevealed, choices: face?.choices?.length ?? 0, offered, preselected })
    if (!key || isRestartOpen) return
    event.preventDefault()
    if (key.does === 'undo') return takeBack()
    if (leech) return key.does === 'show' || isRevealed ? review.leaveLeech() : undefined
    // A key that was meant for the last card must not give this problem up.
    if (key.does === 'show' && (!isGenerated || asked.canCheck)) showOrCheck()
    if (key.does === 'pick') pick(key.choice)
    if (key.does === 'grade') give(key.grade)
    if (isCram || !shown) return
    if (key.does === 'bury' || key.does === 'suspend') review.putAside(key.does)
    if (key.does === 'tools') setToolsOf(toolsOf === showing ? null : showing)
  }

  const { known, left } = progress(session)
  const hasBegun = known + left > 0 || turn > 0
  /** Something stands where the card would. */
  const isPanel = isRestartOpen || leech !== null
  const areToolsOpen = toolsOf === showing
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys work anywhere on this screen, and only on it
    <div data-quiet tabIndex={-1} onKeyDown={onKeyDown} className="review focus:outline-none">
      <SessionBar
        known={known}
        left={left}
        onUndo={lastStep(session) ? takeBack : null}
        isOver={!shown}
        tools={
          shown && !isCram && !isPanel
            ? { isOpen: areToolsOpen, onToggle: () => setToolsOf(areToolsOpen ? null : showing) }
            : null
        }
      />
      {shownCard && areToolsOpen && !isPanel && (
        <CardTools
          key={showing}
          card={shownCard}
          flag={review.flag}
          onAside={review.putAside}
          onFlag={(flag) => review.putFlag(shownCard.face.id, flag)}
          onClose={() => setToolsOf(null)}
        />
      )}
      <div className="review-stage">
        {isRestartOpen && due.restart ? (
          <RestartOffer
            heading={end}
            offer={due.restart}
            sessionCards={limits.cards}
            onGoOn={async (next) => {
              const isBegun = await review.goOn(next)
              if (isBegun) setIsRestartOpen(false)
              return isBegun
            }}
            onDecline={() => setIsRestartOpen(false)}
          />
        ) : leech ? (
          <LeechPanel heading={end} card={leech} onGoOn={review.leaveLeech} />
        ) : shown && shownCard && face && isGenerated ? (
          <GeneratedCard
            key={showing}
            card={shownCard}
            flag={review.flag}
            asked={asked}
            question={question}
            answer={answer}
            onCheck={() => asked.canCheck && showOrCheck()}
          />
        ) : shown && shownCard && face ? (
          <ReviewCard
            key={showing}
            card={shownCard}
            flag={review.flag}
            attempt={attempt}
            isRight={isRight}
            isRevealed={isRevealed}
            question={question}
            answer={answer}
            onPick={pick}
            onMove={(places) => setAttempted({ showing, attempt: { ...attempt, places } })}
          />
        ) : hasBegun ? (
          <ReviewSummary
            heading={end}
            session={session}
            due={due}
            mode={review.mode}
            learner={learner}
            onGoOn={review.goOn}
          />
        ) : (
          <NothingDue heading={end} due={due} mode={review.mode} onGoOn={review.goOn} />
        )}
      </div>
      <div className="review-foot">
        {shown && !isRevealed && !isPanel && (!isGenerated || asked.problem) && (
          <button
            type="button"
            aria-keyshortcuts="Space"
            onClick={showOrCheck}
            className="mx-auto block min-h-12 w-full max-w-[20rem] rounded bg-accent px-6 font-semibold text-on-accent hover:bg-accent-strong"
          >
            {face?.items && hasTried ? 'Check the order' : asked.canCheck ? 'Check' : 'Show answer'}
          </button>
        )}
        {isRevealed && !isPanel && (
          <GradeButtons offered={offered} previewed={previewed} preselected={preselected} onGrade={give} />
        )}
        {isCram && shown && (
          <p className="text-center text-[0.875rem] text-soft">Practice: no due day changes.</p>
        )}
        <QueueMark status={review.status} queue={review.queue} />
      </div>
      <p role="status" className="sr-only">
        {shown && !isPanel ? sayOf(isRevealed, verdict, left) : ''}
      </p>
    </div>
  )
}

function sayOf(isRevealed: boolean, verdict: { isRight: boolean } | null, left: number): string {
  if (verdict) return verdict.isRight ? 'Right.' : 'Not right.'
  return isRevealed ? 'Answer shown.' : `${left} left.`
}
