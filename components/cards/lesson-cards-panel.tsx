'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useActionState } from 'react'
import { addLessonCards } from '@/lib/actions/add-lesson-cards'

interface LessonCardsPanelProps {
  lesson: string
  all: number
  mine: number
}

/** At the end of a lesson: what of its cards is in the deck, and what can be done with them. */
export function LessonCardsPanel({ lesson, all, mine }: LessonCardsPanelProps) {
  const router = useRouter()
  const [said, add, isPending] = useActionState(async (_: string, form: FormData) => {
    const result = await addLessonCards(null, form)
    if (!result.ok) return result.message ?? 'The cards were not added. Try again in a moment.'
    router.refresh()
    const { added } = result.value
    return `${added === 1 ? '1 card is' : `${added} cards are`} in your deck now, as new ones.`
  }, '')
  const rest = all - mine
  const link = 'inline-flex min-h-11 items-center text-accent'
  return (
    <section aria-labelledby="lesson-cards" className="no-print mt-14 border-t border-line pt-6 font-sans">
      <h2 id="lesson-cards" className="font-semibold text-[1.125rem]">
        The cards of this lesson
      </h2>
      <p className="mt-2 text-soft">
        {mine} of {all} are in your deck.
        {rest > 0 &&
          ' The others come there as you answer them above, or all at once, as many new ones a day as you have set.'}
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        {rest > 0 && (
          <form action={add}>
            <input type="hidden" name="lesson" value={lesson} />
            <button
              type="submit"
              disabled={isPending}
              className="min-h-11 rounded border border-line-strong bg-raised px-5 font-semibold hover:bg-sunken"
            >
              {rest === 1 ? 'Add the one left' : `Add the other ${rest}`}
            </button>
          </form>
        )}
        <Link href={`/review?cram=${lesson}`} prefetch={false} className={link}>
          Practise them all
        </Link>
        <Link href={`/cards?lesson=${lesson}`} prefetch={false} className={link}>
          See them
        </Link>
        <Link href={`/cards/new?lesson=${lesson}`} prefetch={false} className={link}>
          Write one of your own
        </Link>
      </div>
      <p role="status" className="mt-2 text-soft">
        {said}
      </p>
    </section>
  )
}
