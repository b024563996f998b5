'use client'

import Link from 'next/link'
import type { RefObject } from 'react'
import { placeHref } from '@/lib/content/card-place'
import { type Session, summarise } from '@/lib/review/session'
import { dayWords, minuteWords } from '@/lib/review/words'
import { DeckLinks } from './deck-links'
import type { DueQueue, ReviewMode } from './due-queue'
import { dayOf, type Learner } from './learner'
import { MoreToReview } from './more-to-review'
import { cardOf } from './use-review'

interface ReviewSummaryProps {
  heading: RefObject<HTMLHeadingElement | null>
  session: Session
  due: DueQueue
  mode: ReviewMode
  learner: Learner
  onGoOn(mode: ReviewMode): Promise<boolean>
}

/** The end of a session: when to come back, what was learnt, one link to go on reading. */
export function ReviewSummary({ heading, session, due, mode, learner, onGoOn }: ReviewSummaryProps) {
  const summary = summarise(session)
  const known = [...summary.knownAtOnce, ...summary.knownAfterMiss]
  const today = dayOf(learner, Date.now())
  const next = [summary.nextDueDay, due.nextDueDay].filter((day) => day !== null).toSorted()[0]
  const more = mode === 'cram' ? 0 : Math.max(0, due.due - known.length - session.elsewhere.length)
  const last = cardOf(due, summary.knownAfterMiss[0] ?? known.at(-1))?.face
  const title = mode === 'cram' ? 'Practice done' : next ? `Come back ${dayWords(next, today)}` : 'Done'

  return (
    <div className="mx-auto max-w-[36rem]">
      <h1 ref={heading} tabIndex={-1} className="text-[1.75rem] font-[650] focus:outline-none">
        {more > 0 ? 'Enough for one sitting' : title}
      </h1>
      {known.length > 0 && (
        <p className="mt-3 text-[1.125rem]">
          {known.length === 1 ? '1 card' : `${known.length} cards`} in {minuteWords(summary.spentMs)}
          {summary.knownAfterMiss.length > 0
            ? `: ${summary.knownAtOnce.length} known at once, ${summary.knownAfterMiss.length} after another look.`
            : ', all known at once.'}
          {mode === 'cram' && ' No due day has changed.'}
        </p>
      )}
      {mode !== 'cram' && <MoreToReview due={due} more={more} mode={mode} onGoOn={onGoOn} />}
      {known.length > 0 && <Learnt due={due} known={known} missed={summary.knownAfterMiss} />}
      <p className="mt-8 flex flex-wrap items-center gap-y-3">
        <Link
          href={last?.lesson ? `/learn/${last.lesson}` : '/course'}
          className="inline-flex min-h-12 items-center rounded bg-accent px-6 py-2 font-semibold text-on-accent no-underline hover:bg-accent-strong"
        >
          {last?.lesson ? `Go on reading: ${last.lessonTitle}` : 'Go on reading'}
        </Link>
        <span className="ml-5">
          <DeckLinks />
        </span>
      </p>
    </div>
  )
}

/** The paragraphs that the cards came from, in the order of the session; those of missed cards first. */
function Learnt({ due, known, missed }: { due: DueQueue; known: string[]; missed: readonly string[] }) {
  const places = new Map<string, { href: string; title: string; count: number; isMissed: boolean }>()
  for (const id of known) {
    const face = cardOf(due, id)?.face
    const href = face && placeHref(face)
    if (!href) continue
    const place = places.get(href) ?? { href, title: face.headingTitle, count: 0, isMissed: false }
    place.count += 1
    place.isMissed ||= missed.includes(id)
    places.set(href, place)
  }
  if (places.size === 0) return null
  const ordered = [...places.values()].sort((a, b) => Number(b.isMissed) - Number(a.isMissed))
  return (
    <section aria-labelledby="learnt" className="mt-8 border-t border-line pt-5">
      <h2 id="learnt" className="eyebrow">
        What you went over
      </h2>
      <ul className="mt-2">
        {ordered.map(({ href, title, count, isMissed }) => (
          <li key={href} className="flex items-baseline gap-3 py-1">
            <Link href={href} prefetch={false} className="text-accent underline underline-offset-3">
              {title}
            </Link>
            <span className="text-[0.875rem] text-soft tabular-nums">
              {count === 1 ? '1 card' : `${count} cards`}
              {isMissed && ', worth another read'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
