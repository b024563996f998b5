import Link from 'next/link'
import type { LessonEntry } from '@/lib/content/course'

const end =
  'block rounded border border-line px-5 py-4 text-ink no-underline hover:border-line-strong hover:bg-raised'

/** The lessons before and after this one, or the way back to the course where there is none. */
export function LessonNeighbours({
  previous,
  next,
}: {
  previous: LessonEntry | null
  next: LessonEntry | null
}) {
  return (
    <nav
      aria-label="Lessons"
      className="lesson-head no-print mt-16 grid gap-4 border-t border-line pt-8 sm:grid-cols-2"
    >
      <Link href={previous ? `/learn/${previous.slug}` : '/course'} prefetch={false} className={end}>
        <span className="eyebrow block">{previous ? 'Previous lesson' : 'Up'}</span>
        {previous?.title ?? 'The whole course'}
      </Link>
      <Link href={next ? `/learn/${next.slug}` : '/review'} prefetch={false} className={end}>
        <span className="eyebrow block">{next ? 'Next lesson' : 'Keep what you learnt'}</span>
        {next?.title ?? 'Review what is due'}
      </Link>
    </nav>
  )
}
