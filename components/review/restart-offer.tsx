'use client'

import { type RefObject, useState } from 'react'
import { startGently } from '@/lib/actions/start-gently'
import type { ReviewMode } from './due-queue'

interface RestartOfferProps {
  heading: RefObject<HTMLHeadingElement | null>
  offer: { breakDays: number; due: number }
  sessionCards: number
  /** Begins a session with what is due now. */
  onGoOn(mode: ReviewMode): Promise<boolean>
  onDecline(): void
}

/** Back after a break: what waits, said plainly, and the two ways to meet it. */
export function RestartOffer({ heading, offer, sessionCards, onGoOn, onDecline }: RestartOfferProps) {
  const [isAsking, setIsAsking] = useState(false)
  const [fault, setFault] = useState('')

  async function start() {
    setIsAsking(true)
    const started = await startGently().catch(() => null)
    const isBegun = started?.ok === true && (await onGoOn('due'))
    if (!isBegun) setFault('The server cannot be reached. Nothing has changed; try again later.')
    setIsAsking(false)
  }

  return (
    <div className="mx-auto max-w-[34rem]">
      <h1 ref={heading} tabIndex={-1} className="text-[1.75rem] font-[650] focus:outline-none">
        Welcome back
      </h1>
      <p className="mt-3 text-[1.125rem]">
        Your last review was {offer.breakDays} days ago, and {offer.due} cards are due. A gentle start asks
        the {sessionCards} for which a review today does most, and spreads the other{' '}
        {offer.due - sessionCards} over the days to come. You can take that back.
      </p>
      <div className="mt-6 flex flex-wrap gap-3">
        <button
          type="button"
          aria-disabled={isAsking}
          onClick={() => !isAsking && void start()}
          className="min-h-12 rounded bg-accent px-6 font-semibold text-on-accent hover:bg-accent-strong"
        >
          Start gently
        </button>
        <button
          type="button"
          onClick={onDecline}
          className="min-h-12 rounded border border-line-strong bg-raised px-5 font-semibold hover:bg-sunken"
        >
          Review all as it is due
        </button>
      </div>
      <p role="status" className="mt-3 text-error">
        {fault}
      </p>
    </div>
  )
}
