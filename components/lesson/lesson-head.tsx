import Link from 'next/link'
import type { LessonFrontmatter } from '@/lib/content/lesson'
import type { Access } from '@/lib/content/outline'

const date = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** Title, how long it takes, what the reader will be able to do, and how fresh it is. */
export function LessonHead({
  slug,
  frontmatter,
  access,
}: {
  slug: string
  frontmatter: LessonFrontmatter
  access: Access
}) {
  const { title, summary, minutes, objectives, updated, semconv } = frontmatter
  return (
    <header className="lesson-head mb-10">
      <h1 className="text-[2.25rem] leading-[1.12] font-[650] tracking-[-0.015em] sm:text-[2.75rem]">
        {title}
      </h1>
      <p className="mt-4 font-serif text-[1.25rem] leading-normal text-soft">{summary}</p>
      <p className="mt-4 text-[0.9375rem] text-soft">
        {minutes} minutes to read
        <span aria-hidden="true"> · </span>
        <span className="sr-only">, </span>
        updated <time dateTime={updated}>{date.format(new Date(updated))}</time>
        <span aria-hidden="true"> · </span>
        <span className="sr-only">, </span>
        semantic conventions {semconv}
      </p>
      {access === 'preview' ? (
        <p className="no-print mt-4 border-l-3 border-accent pl-4 text-[0.9375rem] text-soft">
          This is a preview: the opening, the first section and the summary.{' '}
          <Link
            href={`/sign-in?from=${encodeURIComponent(`/learn/${slug}`)}`}
            prefetch={false}
            className="text-accent underline underline-offset-3"
          >
            Sign in to read all of it
          </Link>
          .
        </p>
      ) : null}
      <div className="mt-8 border-t border-line pt-5">
        <h2 className="text-[1rem] font-semibold">After this lesson you can</h2>
        <ul className="mt-2 list-disc pl-5 text-[1rem] leading-normal marker:text-soft">
          {objectives.map(({ text }) => (
            <li key={text} className="mb-1.5 pl-1">
              {text}
            </li>
          ))}
        </ul>
      </div>
    </header>
  )
}
