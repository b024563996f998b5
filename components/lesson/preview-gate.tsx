import Link from 'next/link'

/** Says that the preview ends here, what the rest holds, and how to read on from this very place. */
export function PreviewGate({
  lesson,
  hidden,
}: {
  lesson: string
  hidden: readonly { id: string; title: string }[]
}) {
  const from = `/learn/${lesson}#${hidden[0]?.id ?? ''}`
  return (
    <aside
      className="no-print mt-14 rounded border border-line-strong bg-raised p-6 font-sans sm:p-8"
      aria-label="End of the preview"
    >
      <p className="text-[1.375rem] leading-snug font-[650]">The preview pauses here</p>
      <p className="mt-2 text-[1.0625rem] leading-normal text-soft">
        You have read the opening and the first section; the summary follows below. Sign in to read the other{' '}
        {hidden.length} sections, and to keep what you learn. It is free.
      </p>
      <ul className="mt-4! columns-1 gap-8 pl-0! text-[1rem] [list-style:none]! sm:columns-2">
        {hidden.map(({ id, title }) => (
          <li key={id} className="mb-1! break-inside-avoid border-b border-line py-1.5">
            {title}
          </li>
        ))}
      </ul>
      <Link
        href={`/sign-in?from=${encodeURIComponent(from)}`}
        prefetch={false}
        className="mt-6 inline-block rounded bg-accent px-5 py-2.5 font-semibold text-on-accent no-underline hover:bg-accent-strong"
      >
        Sign in to read on
      </Link>
    </aside>
  )
}
