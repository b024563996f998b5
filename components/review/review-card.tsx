'use client'

import type { RefObject } from 'react'
import type { Flag } from '@/lib/review/flag'
import { cn } from '../ui/cn'
import type { Attempt } from './attempt'
import { CardPlaceLink } from './card-place-link'
import { ChoiceList } from './choice-list'
import type { DueCard } from './due-queue'
import { FaceHtml } from './face-html'
import { OrderList } from './order-list'

interface ReviewCardProps {
  card: DueCard
  flag: Flag
  attempt: Attempt
  /** Whether what was tried is right; null where nothing was, or only the learner can judge it. */
  isRight: boolean | null
  isRevealed: boolean
  question: RefObject<HTMLDivElement | null>
  answer: RefObject<HTMLElement | null>
  onPick(choice: number): void
  onMove(places: number[]): void
}

/** One card: its question, and the answer below it, never in its place. */
export function ReviewCard(props: ReviewCardProps) {
  const { card, flag, attempt, isRight, isRevealed, question, answer, onPick, onMove } = props
  const { face, note } = card
  const isChosen = attempt.picked !== null
  const isCentred = !face.choices && !face.items
  return (
    <div className="mx-auto w-full max-w-[36rem]">
      <div ref={question} tabIndex={-1} className="focus:outline-none">
        <h1 className="sr-only">Question</h1>
        <FaceHtml html={face.questionHtml} className={cn('face-question mb-6', isCentred && 'text-center')} />
      </div>
      {face.choices && (
        <ChoiceList choices={face.choices} picked={attempt.picked} isRevealed={isRevealed} onPick={onPick} />
      )}
      {face.items && (
        <OrderList
          items={face.items}
          places={attempt.places}
          isRevealed={isRevealed}
          isTried={isRight !== null}
          onMove={onMove}
        />
      )}
      {isRevealed && (
        <section
          ref={answer}
          tabIndex={-1}
          aria-label="Answer"
          className={cn('mt-6 border-t border-line pt-6 focus:outline-none', isCentred && 'text-center')}
        >
          {isRight !== null && (
            <p className="sr-only">
              {isRight ? 'That is right.' : 'That is not right. The right answer is marked above.'}
            </p>
          )}
          {!isChosen && !(face.items && isRight) && <FaceHtml html={face.answerHtml} />}
          {face.whyHtml && <FaceHtml html={face.whyHtml} className="mt-3 text-[1rem] text-soft" />}
          {note && <p className="mt-3 whitespace-pre-line text-[1rem] text-soft">Your note: {note}</p>}
          <CardPlaceLink face={face} flag={flag} />
        </section>
      )}
    </div>
  )
}
