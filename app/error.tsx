'use client'

import { Fault } from '@/components/site/fault'

// The server has already written the cause to its log, under the digest; the reader is shown no more.
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <Fault reference={error.digest ?? null}>
      <button
        type="button"
        onClick={reset}
        className="rounded bg-accent px-5 py-2.5 font-semibold text-on-accent hover:bg-accent-strong"
      >
        Try again
      </button>
      <a
        href="/course"
        className="rounded border border-line-strong px-5 py-2.5 font-semibold text-ink no-underline hover:bg-sunken"
      >
        Back to the course
      </a>
    </Fault>
  )
}
