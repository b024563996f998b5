'use client'

import { useState } from 'react'
import type { DueQueue, ReviewMode } from './due-queue'
import { RestartedNote } from './restarted-note'

interface MoreToReviewProps {
  due: DueQueue
  /** Cards within the day's limits that are left. */
  more: number
  mode: ReviewMode
  onGoOn(mode: ReviewMode): Promise<boolean>
}

/** What else could be reviewed now, and a button for the nearest of it. Nothing of it is urged. */
export function MoreToReview({ due, more, mode, onGoOn }: MoreToReviewProps) {
  const [isAsking, setIsAsking] = useState(false)
  const [isUnreachable, setIsUnreachable] = useState(false)
  const offer = offerOf(due, more, mode)
  if (!offer) return <RestartedNote due={due} onGoOn={onGoOn} />

  async function goOn(next: ReviewMode) {
    setIsAsking(true)
    setIsUnreachable(!(await onGoOn(next)))
    setIsAsking(false)
  }

  return (
    <div className="mt-3">
      <p className="text-[1.125rem]">{offer.sentence}</p>
      <button
        type="button"
        aria-disabled={isAsking}
        onClick={() => !isAsking && void goOn(offer.mode)}
        className="mt-4 min-h-11 rounded border border-line-strong bg-raised px-5 font-semibold hover:bg-sunken"
      >
        {offer.button}
      </button>
      <p role="status" className="mt-2 text-[0.9375rem] text-soft">
        {isUnreachable && 'The server cannot be reached. What you graded is safe here; try again later.'}
      </p>
      <RestartedNote due={due} onGoOn={onGoOn} />
    </div>
  )
}

function offerOf(due: DueQueue, more: number, mode: ReviewMode) {
  if (more > 0)
    return {
      mode,
      button: 'Review more now',
      sentence: `${more === 1 ? '1 more card is' : `${more} more cards are`} due today. They keep; a day or two late does little harm.`,
    }
  const held = due.held.reviews + due.held.fresh
  if (held > 0)
    return {
      mode: 'unlimited' as const,
      button: 'Go beyond today’s limits',
      sentence: `Your limits for a day hold back ${heldWords(due.held)}. They come on the days to follow.`,
    }
  if (due.aheadCount > 0 && mode !== 'ahead')
    return {
      mode: 'ahead' as const,
      button: 'Study ahead',
      sentence: `${due.aheadCount === 1 ? '1 card is' : `${due.aheadCount} cards are`} due tomorrow. You may take them today; a card is worth a little less before its day.`,
    }
  return null
}

function heldWords({ reviews, fresh }: DueQueue['held']): string {
  const parts = [
    reviews > 0 && (reviews === 1 ? '1 review' : `${reviews} reviews`),
    fresh > 0 && (fresh === 1 ? '1 new card' : `${fresh} new cards`),
  ]
  return parts.filter(Boolean).join(' and ')
}
