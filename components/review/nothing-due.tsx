import Link from 'next/link'
import type { RefObject } from 'react'
import { dayWords } from '@/lib/review/words'
import type { DueQueue } from './due-queue'

/** Nothing to review: when there will be, and how cards get here. */
export function NothingDue({
  due,
  heading,
}: {
  due: DueQueue
  heading: RefObject<HTMLHeadingElement | null>
}) {
  return (
    <div className="mx-auto max-w-[32rem] text-center">
      <h1 ref={heading} tabIndex={-1} className="text-[1.75rem] font-[650] focus:outline-none">
        {due.isEmptyDeck ? 'Your deck is empty' : 'Nothing is due'}
      </h1>
      <p className="mt-4 text-[1.125rem]">
        {due.nextDueDay
          ? `The next card is due ${dayWords(due.nextDueDay, due.today)}.`
          : 'Lessons have prompts set in the text. Each one that you answer puts its card here, to be asked again when you are about to forget it.'}
      </p>
      <p className="mt-8">
        <Link
          href="/course"
          className="inline-flex min-h-12 items-center rounded bg-accent px-6 font-semibold text-on-accent no-underline hover:bg-accent-strong"
        >
          {due.isEmptyDeck ? 'Open the course' : 'Go on reading'}
        </Link>
      </p>
    </div>
  )
}
