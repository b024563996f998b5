import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AccountPage } from '@/components/account/account-page'
import { Button } from '@/components/account/button'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false }, referrer: 'no-referrer' }

interface LinkPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Where a mailed link leads. Its button uses the link up; a mail scanner, which only looks, does not. */
export default async function LinkPage({ searchParams }: LinkPageProps) {
  const { token, email, callbackUrl } = await searchParams
  if (typeof token !== 'string' || typeof email !== 'string') redirect('/sign-in?error=Verification')
  return (
    <AccountPage title="Sign in">
      <p>
        You are about to sign in as <strong className="break-words">{email}</strong>.
      </p>
      <form action="/api/auth/callback/email" method="get" className="grid">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="callbackUrl" value={typeof callbackUrl === 'string' ? callbackUrl : '/'} />
        <Button>Sign in</Button>
      </form>
    </AccountPage>
  )
}
