'use client'

import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { CardFace } from '@/lib/content/card-face'
import { shuffledPlaces } from '@/lib/review/shuffle'
import { cn } from '../ui/cn'
import { type Attempt, isAttemptRight } from './attempt'
import { ChoiceList } from './choice-list'
import { FaceHtml } from './face-html'
import { GeneratedPrompt } from './generated-prompt'
import { OrderList } from './order-list'
import { RecallOutcome } from './recall-outcome'
import { type Outcome, recordAnswer } from './record-answer'
import { useSeenAt } from './use-seen-at'

interface RecallPromptProps {
  face: CardFace
  /** Whether this is the second time of asking, at the end of the section. */
  isAgain: boolean
  onMiss: ((face: CardFace) => void) | null
}

const never = () => () => {}

/**
 * One question in the text. The answer stands in a native disclosure, so that it can be read without
 * JavaScript as well; with it, the reader says whether they knew it.
 */
export function RecallPrompt({ face, isAgain, onMiss }: RecallPromptProps) {
  const [round, setRound] = useState(0)
  const Asked = face.generated ? GeneratedPrompt : AskedOnce
  return (
    <Asked
      key={round}
      face={face}
      isAgain={isAgain}
      onMiss={onMiss}
      onAskAgain={isAgain ? () => setRound(round + 1) : null}
    />
  )
}

function AskedOnce({
  face,
  isAgain,
  onMiss,
  onAskAgain,
}: RecallPromptProps & { onAskAgain: (() => void) | null }) {
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const [isRevealed, setIsRevealed] = useState(false)
  const [attempt, setAttempt] = useState<Attempt>(() => ({
    picked: null,
    places: shuffledPlaces(face.items?.length ?? 0, face.id),
  }))
  const [hasTried, setHasTried] = useState(false)
  const [given, setGiven] = useState<1 | 3 | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const isCentred = !face.choices && !face.items
  const frame = useRef<HTMLDivElement>(null)
  const answer = useRef<HTMLDivElement>(null)
  const said = useRef<HTMLDivElement>(null)
  const seenAt = useSeenAt(frame)
  const isRight = isRevealed && hasTried ? isAttemptRight(face, attempt) : null

  useEffect(() => {
    if (isRevealed) answer.current?.focus()
  }, [isRevealed])
  useEffect(() => {
    if (given) said.current?.focus()
  }, [given])

  function tell(grade: 1 | 3) {
    const at = Date.now()
    const durationMs = Math.min(60_000, at - (seenAt.current ?? at))
    setGiven(grade)
    if (grade === 1) onMiss?.(face)
    void recordAnswer(face.id, { grade, at, durationMs }).then(setOutcome)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be the form's, and each aside is a landmark
    <div
      ref={frame}
      role="group"
      aria-label={isAgain ? 'Question, once more' : 'Question'}
      className="recall no-print"
    >
      <FaceHtml html={face.questionHtml} className={cn('face-question', isCentred && 'text-center')} />
      {face.choices && (
        <ChoiceList
          choices={face.choices}
          picked={attempt.picked}
          isRevealed={isRevealed}
          onPick={(picked) => {
            setAttempt({ ...attempt, picked })
            setHasTried(true)
            setIsRevealed(true)
          }}
        />
      )}
      {face.items && (
        <OrderList
          items={face.items}
          places={attempt.places}
          isRevealed={isRevealed}
          isTried={isRight !== null}
          onMove={(places) => {
            setAttempt({ ...attempt, places })
            setHasTried(true)
          }}
        />
      )}
      <details open={isRevealed} onToggle={(event) => event.currentTarget.open && setIsRevealed(true)}>
        <summary hidden={isRevealed} className="recall-show">
          {face.items && hasTried ? 'Check the order' : 'Show answer'}
        </summary>
        <div ref={answer} tabIndex={-1} className={cn('focus:outline-none', isCentred && 'text-center')}>
          {isRight !== null && <p className="sr-only">{isRight ? 'That is right.' : 'That is not right.'}</p>}
          {attempt.picked === null && <FaceHtml html={face.answerHtml} />}
          {face.whyHtml && <FaceHtml html={face.whyHtml} className="mt-3 text-[1rem] text-soft" />}
        </div>
        {isLive && given === null && (
          <fieldset className="recall-grades">
            <legend className="sr-only">Did you know it?</legend>
            {isRight !== true && (
              <button type="button" onClick={() => tell(1)} data-suggested={isRight === false}>
                Forgot
              </button>
            )}
            <button type="button" onClick={() => tell(3)}>
              Got it
            </button>
          </fieldset>
        )}
        {given !== null && (
          <RecallOutcome
            said={said}
            cardId={face.id}
            grade={given}
            outcome={outcome}
            onAskAgain={onAskAgain}
          />
        )}
      </details>
    </div>
  )
}
