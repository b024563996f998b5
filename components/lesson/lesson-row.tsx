import Link from 'next/link'
import type { LessonEntry } from '@/lib/content/course'

export interface LessonStanding {
  /** Sections read, and how many there are; null for a reader who is signed out or has not begun. */
  read: number
  of: number
}

/** One lesson in a list: a link where it can be read, else a name that says it is announced. */
export function LessonRow({
  lesson,
  number,
  standing,
}: {
  lesson: LessonEntry
  number: number
  standing: LessonStanding | null
}) {
  const ready = lesson.status === 'ready'
  return (
    <li className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 border-t border-line py-4 sm:grid-cols-[2.5rem_minmax(0,1fr)_9rem]">
      <span className="pt-px text-soft tabular-nums">{number}</span>
      <div>
        {ready ? (
          <Link
            href={`/learn/${lesson.slug}`}
            prefetch={false}
            className="text-[1.125rem] font-semibold text-accent underline decoration-1 underline-offset-3 hover:text-accent-strong"
          >
            {lesson.title}
          </Link>
        ) : (
          <p className="text-[1.125rem] font-semibold">{lesson.title}</p>
        )}
        <p className="mt-1 text-soft">{lesson.summary}</p>
      </div>
      <p className="col-start-2 mt-1 text-[0.9375rem] text-soft sm:col-start-3 sm:mt-0 sm:text-right">
        {ready ? <Standing standing={standing} /> : 'Announced'}
      </p>
    </li>
  )
}

function Standing({ standing }: { standing: LessonStanding | null }) {
  if (!standing || standing.read === 0) return 'Ready to read'
  if (standing.read >= standing.of) return 'Read'
  return (
    <>
      <span className="tabular-nums">
        {standing.read} of {standing.of}
      </span>{' '}
      sections read
      <progress
        value={standing.read}
        max={standing.of}
        className="mt-2 block h-1 w-full"
        aria-hidden="true"
      />
    </>
  )
}
