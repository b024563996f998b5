import Link from 'next/link'
import { SignInLink } from '@/components/site/sign-in-link'
import { findUser } from '@/lib/server/session'

export async function AccountLink() {
  if (!(await findUser())) return <SignInLink />
  return (
    <Link
      href="/settings"
      prefetch={false}
      className="rounded px-2 py-1.5 text-ink no-underline hover:bg-sunken"
    >
      Account
    </Link>
  )
}
