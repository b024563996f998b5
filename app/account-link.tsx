import Link from 'next/link'
import { QueueStarter } from '@/components/review/queue-starter'
import { SignInLink } from '@/components/site/sign-in-link'
import { findUser } from '@/lib/server/session'

export async function AccountLink() {
  const user = await findUser()
  if (!user) return <SignInLink />
  return (
    <>
      <Link
        href="/settings"
        prefetch={false}
        className="rounded px-2 py-1.5 text-ink no-underline hover:bg-sunken"
      >
        Account
      </Link>
      <QueueStarter learner={user} />
    </>
  )
}
