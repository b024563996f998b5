import Link from 'next/link'

/** The page before the first grade: what will be here, and when. */
export function NothingYet({ cards }: { cards: number }) {
  return (
    <div className="mt-4 grid max-w-[36rem] gap-4">
      <p>
        {cards === 0
          ? 'Your deck is empty, so there is nothing to count yet. Answer a prompt in a lesson, and its card is the first.'
          : 'Your cards are all new, so there is nothing to count yet. Your first review is the first thing here.'}
      </p>
      <ul className="grid list-disc gap-1.5 pl-5">
        <li>From the first answer: what is due when, and what you did on which day.</li>
        <li>From the first card that comes back, in some days: how well you remember, lesson by lesson.</li>
        <li>From some thirty such cards on: whether that meets your target.</li>
        <li>After some weeks: how far the forecast of your memory can be trusted.</li>
      </ul>
      <p>
        <Link
          href={cards === 0 ? '/course' : '/review'}
          className="inline-flex min-h-12 items-center rounded bg-accent px-6 font-semibold text-on-accent no-underline hover:bg-accent-strong"
        >
          {cards === 0 ? 'Open the course' : 'Review'}
        </Link>
      </p>
    </div>
  )
}
