'use client'

import { type RefObject, useSyncExternalStore } from 'react'
import { dayWords } from '@/lib/review/words'
import { getDeck, subscribeDeck } from './deck'
import type { Outcome } from './record-answer'

interface RecallOutcomeProps {
  said: RefObject<HTMLDivElement | null>
  cardId: string
  grade: 1 | 3
  /** Null until the answer is kept. */
  outcome: Outcome | null
  /** Asks the same question anew; null where the section will. */
  onAskAgain: (() => void) | null
}

/** After an answer: when the question comes back, and where the answer went. */
export function RecallOutcome({ said, cardId, grade, outcome, onAskAgain }: RecallOutcomeProps) {
  const dueDay = useSyncExternalStore(
    subscribeDeck,
    () => getDeck()?.dueDays[cardId] ?? null,
    () => null,
  )
  return (
    <div ref={said} tabIndex={-1} className="recall-outcome focus:outline-none">
      <p role="status">
        {grade === 1 && !onAskAgain && 'It is asked again at the end of this section. '}
        {outcome?.kind === 'practice' &&
          `This was practice: the card is in your deck, due ${dayWords(outcome.dueDay, outcome.today)}.`}
        {outcome?.kind === 'kept' && (
          <>
            Kept in this browser.{' '}
            <a href={`/sign-in?from=${encodeURIComponent(here())}`}>Sign in to put it in your deck.</a>
          </>
        )}
        {outcome?.kind === 'deck' &&
          (dueDay
            ? `In your deck, due ${dayWords(dueDay, outcome.today)}.`
            : outcome.isWaiting
              ? 'Kept in this browser; it goes to your deck when you are online again.'
              : 'In your deck.')}
      </p>
      {grade === 1 && onAskAgain && (
        <button type="button" onClick={onAskAgain}>
          Ask me again
        </button>
      )}
    </div>
  )
}

function here(): string {
  return typeof location === 'undefined' ? '/' : location.pathname
}
