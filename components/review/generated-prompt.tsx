'use client'

import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import type { CardFace } from '@/lib/content/card-face'
import { useProblem } from '../problems/use-problem'
import { AskedView } from './asked-view'
import { FaceHtml } from './face-html'
import { ProblemPlace } from './problem-place'
import { RecallOutcome } from './recall-outcome'
import { type Outcome, recordAnswer } from './record-answer'
import { useNear } from './use-near'
import { useSeenAt } from './use-seen-at'
import './recall.css'

interface GeneratedPromptProps {
  face: CardFace
  isAgain: boolean
  onMiss: ((face: CardFace) => void) | null
  onAskAgain: (() => void) | null
}

/** A generated card in the text: drawn when the reader comes near, checked by machine, then taken into the deck. */
export function GeneratedPrompt({ face, isAgain, onMiss, onAskAgain }: GeneratedPromptProps) {
  const frame = useRef<HTMLDivElement>(null)
  const answer = useRef<HTMLElement>(null)
  const said = useRef<HTMLDivElement>(null)
  const isNear = useNear(frame)
  const seenAt = useSeenAt(frame)
  const asked = useProblem(isNear ? (face.generated ?? null) : null, face.id)
  const { problem, seed, canCheck, verdict, check, slip } = asked
  const [told, setTold] = useState<1 | 3 | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const isChecked = verdict !== null

  useEffect(() => {
    if (isChecked) answer.current?.focus()
  }, [isChecked])
  useEffect(() => {
    if (told) said.current?.focus()
  }, [told])

  function tell(grade: 1 | 3) {
    const at = Date.now()
    const durationMs = Math.min(60_000, at - (seenAt.current ?? at))
    setTold(grade)
    if (grade === 1) onMiss?.(face)
    void recordAnswer(face.id, { grade, at, durationMs, ...(seed !== null && { seed }) }).then(setOutcome)
  }

  function slipped() {
    slip?.()
    frame.current?.focus()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be the form's, and each aside is a landmark
    <div
      ref={frame}
      role="group"
      tabIndex={-1}
      aria-label={isAgain ? 'Question, once more' : 'Question'}
      className="recall no-print focus:outline-none"
    >
      <FaceHtml html={face.questionHtml} className="face-question" />
      <ProblemPlace name={face.generated!.problem} isDrawn={problem !== null} isTaken={isChecked}>
        <AskedView
          asked={asked}
          answer={answer}
          onCheck={() => canCheck && check()}
          onSlip={slip && told === null ? slipped : null}
        />
        {problem && !isChecked && (
          <div className="recall-grades">
            <button type="button" onClick={check} data-suggested={canCheck}>
              {canCheck ? 'Check' : 'Show answer'}
            </button>
          </div>
        )}
      </ProblemPlace>
      {isChecked && told === null && (
        <div className="recall-grades">
          {verdict.isRight ? (
            <button type="button" onClick={() => tell(3)}>
              Got it
            </button>
          ) : (
            <button type="button" onClick={() => tell(1)}>
              Forgot
            </button>
          )}
        </div>
      )}
      {told !== null && (
        <RecallOutcome said={said} cardId={face.id} grade={told} outcome={outcome} onAskAgain={onAskAgain} />
      )}
      {told !== null && (
        <p className="text-center text-[0.9375rem]">
          <Link
            href={`/practise/${face.id}`}
            prefetch={false}
            className="text-accent underline underline-offset-3"
          >
            Practise more of these
          </Link>
        </p>
      )}
    </div>
  )
}
