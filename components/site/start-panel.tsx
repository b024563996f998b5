import Link from 'next/link'
import type { LessonEntry } from '@/lib/content/course'

const action =
  'inline-block rounded bg-accent px-5 py-2.5 font-semibold text-on-accent no-underline hover:bg-accent-strong'
const quiet =
  'inline-block rounded border border-line-strong px-5 py-2.5 font-semibold text-ink no-underline hover:bg-sunken'

/**
 * The one thing to do next: begin the lesson, go on where it was left (`at`, a section), or review first
 * when cards are due. `due` is null for a reader who is signed out.
 */
export function StartPanel({
  lesson,
  at,
  due,
}: {
  lesson: LessonEntry
  at: string | null
  due: number | null
}) {
  const begun = at !== null
  return (
    <div className="mt-8 min-h-[7.5rem]">
      <p className="text-soft">{begun ? 'You left off in' : 'The first lesson stands open'}</p>
      <p className="text-[1.25rem] leading-snug font-semibold">{lesson.title}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Link href={`/learn/${lesson.slug}${begun ? `#${at}` : ''}`} prefetch={false} className={action}>
          {begun ? 'Continue reading' : 'Start reading'}
        </Link>
        {due ? (
          <Link href="/review" prefetch={false} className={quiet}>
            Review {due} {due === 1 ? 'card' : 'cards'}
          </Link>
        ) : null}
      </div>
    </div>
  )
}
