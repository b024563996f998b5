import Link from 'next/link'
import type { RefObject } from 'react'
import { dayWords, shortDayWords } from '@/lib/review/words'
import { DeckLinks } from './deck-links'
import type { DueQueue, ReviewMode } from './due-queue'
import { MoreToReview } from './more-to-review'

interface NothingDueProps {
  due: DueQueue
  heading: RefObject<HTMLHeadingElement | null>
  mode: ReviewMode
  onGoOn(mode: ReviewMode): Promise<boolean>
}

/** Nothing to review: when there will be, and how cards get here. */
export function NothingDue({ due, heading, mode, onGoOn }: NothingDueProps) {
  return (
    <div className="mx-auto max-w-[32rem] text-center">
      <h1 ref={heading} tabIndex={-1} className="text-[1.75rem] font-[650] focus:outline-none">
        {due.vacation ? 'You are on vacation' : due.isEmptyDeck ? 'Your deck is empty' : 'Nothing is due'}
      </h1>
      <p className="mt-4 text-[1.125rem]">{sentenceOf(due)}</p>
      <MoreToReview due={due} more={0} mode={mode} onGoOn={onGoOn} />
      <p className="mt-8">
        {due.vacation ? (
          <Link href="/settings/review" className="text-accent">
            Change or end the vacation
          </Link>
        ) : (
          <Link
            href="/course"
            className="inline-flex min-h-12 items-center rounded bg-accent px-6 font-semibold text-on-accent no-underline hover:bg-accent-strong"
          >
            {due.isEmptyDeck ? 'Open the course' : 'Go on reading'}
          </Link>
        )}
      </p>
      {!due.isEmptyDeck && (
        <p className="mt-5">
          <DeckLinks />
        </p>
      )}
    </div>
  )
}

function sentenceOf(due: DueQueue): string {
  if (due.vacation)
    return `It lasts until ${shortDayWords(due.vacation.to, due.today)}, and nothing is asked before it is over. What falls due meanwhile is spread over the days after it.`
  if (due.nextDueDay) return `The next card is due ${dayWords(due.nextDueDay, due.today)}.`
  if (!due.isEmptyDeck)
    return 'No card of yours waits for a day: those you have are new, buried or suspended.'
  return 'Lessons have prompts set in the text. Each one that you answer puts its card here, to be asked again when you are about to forget it.'
}
