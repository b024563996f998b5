'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** Leads to sign-in, and from there back to the page it was pressed on. */
export function SignInLink() {
  const pathname = usePathname()
  const back = pathname.startsWith('/sign-') ? '/' : pathname
  return (
    <Link
      href={`/sign-in?from=${encodeURIComponent(back)}`}
      prefetch={false}
      className="rounded px-2 py-1.5 font-semibold whitespace-nowrap text-accent no-underline hover:bg-sunken"
    >
      Sign in
    </Link>
  )
}
