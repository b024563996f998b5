import type { Metadata } from 'next'
import Link from 'next/link'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <div className="page max-w-[720px] py-20">
      <h1 className="text-[2.25rem] leading-tight font-[650] tracking-[-0.015em]">There is no page here</h1>
      <p className="mt-4 font-serif text-[1.1875rem] leading-normal text-soft">
        The address may be mistyped, or it names a lesson that is announced and not yet written. Nothing of
        yours is lost.
      </p>
      <p className="mt-8">
        <Link
          href="/course"
          className="inline-block rounded bg-accent px-5 py-2.5 font-semibold text-on-accent no-underline hover:bg-accent-strong"
        >
          See all lessons
        </Link>
      </p>
    </div>
  )
}
