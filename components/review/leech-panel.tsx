'use client'

import Link from 'next/link'
import type { RefObject } from 'react'
import { placeHref } from '@/lib/content/card-place'
import type { DueCard } from './due-queue'
import { FaceHtml } from './face-html'
import { PlaceAgain } from './place-again'

interface LeechPanelProps {
  heading: RefObject<HTMLHeadingElement | null>
  card: DueCard
  onGoOn(): void
}

/** A card that keeps slipping: asking it once more teaches little, so its paragraph opens again, right here. */
export function LeechPanel({ heading, card, onGoOn }: LeechPanelProps) {
  const { face, note } = card
  const href = placeHref(face)
  return (
    <div className="mx-auto w-full max-w-[36rem]">
      <h1 ref={heading} tabIndex={-1} className="text-[1.5rem] font-[650] focus:outline-none">
        This one keeps slipping
      </h1>
      <p className="mt-3">
        {href
          ? 'You have known it and lost it many times by now. Its paragraph says it in its context; reading that again helps more than another asking. What you graded is kept, and the review goes on when you do.'
          : 'You have known it and lost it many times by now. You wrote this card: asking less at once, or in other words, may help.'}
      </p>
      <div className="mt-5 border-l-2 border-line-strong pl-4">
        <FaceHtml html={face.questionHtml} />
        <FaceHtml html={face.answerHtml} className="mt-2 text-soft" />
        {note && <p className="mt-2 whitespace-pre-line text-soft">Your note: {note}</p>}
      </div>
      {href && <PlaceAgain key={face.id} face={face} />}
      <p className="mt-6">
        <Link
          href={href ?? `/cards/${face.id}`}
          prefetch={false}
          className="text-accent underline underline-offset-3"
        >
          {href ? 'Open the lesson there' : 'Edit the card'}
        </Link>
      </p>
      <div className="sticky bottom-0 mt-3 bg-paper py-3">
        <button
          type="button"
          onClick={onGoOn}
          aria-keyshortcuts="Space"
          className="min-h-12 rounded bg-accent px-6 font-semibold text-on-accent hover:bg-accent-strong"
        >
          Go on reviewing
        </button>
      </div>
    </div>
  )
}
