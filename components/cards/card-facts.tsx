import Link from 'next/link'
import type { CardFace } from '@/lib/content/card-face'
import { placeHref } from '@/lib/content/card-place'
import type { LocalDay } from '@/lib/review/day'
import type { Folded } from '@/lib/review/fold'
import { FlagMark } from '../review/flag-mark'
import { nextWords, stateWords } from './card-state-words'

interface CardFactsProps {
  face: CardFace
  folded: Folded | null
  reason: string | null
  /** Probability of recall today; null where it says nothing, on the day of a review. */
  recall: number | null
  today: LocalDay
}

/** How a card stands, why it is due when it is, and where it comes from. */
export function CardFacts({ face, folded, reason, recall, today }: CardFactsProps) {
  const href = placeHref(face)
  return (
    <section aria-label="How it stands" className="grid gap-3">
      {folded ? (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <strong>{stateWords(folded, today)}</strong>
          {nextWords(folded, today) && <span>Asked {nextWords(folded, today)}.</span>}
          {recall !== null && <span>Recall today is expected at {Math.round(recall * 100)} %.</span>}
          <FlagMark flag={folded.flag} />
        </p>
      ) : (
        <p>This card is not in your deck. It comes there when you answer it in its lesson.</p>
      )}
      {reason && (
        <p>
          <span className="font-semibold">Why then: </span>
          {reason}
        </p>
      )}
      <p className="flex flex-wrap gap-x-5 gap-y-1">
        {href && (
          <Link href={href} prefetch={false} className="text-accent">
            {face.headingTitle}
          </Link>
        )}
        {face.simulatorHref && (
          <Link href={face.simulatorHref} prefetch={false} className="text-accent">
            Try it in the simulator
          </Link>
        )}
      </p>
    </section>
  )
}
