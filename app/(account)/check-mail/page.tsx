import type { Metadata } from 'next'
import Link from 'next/link'
import { AccountPage } from '@/components/account/account-page'
import { LINK_MINUTES } from '@/lib/server/mail'

export const metadata: Metadata = { title: 'Check your mail', robots: { index: false } }

export default function CheckMailPage() {
  return (
    <AccountPage title="Check your mail">
      <p>
        A link is on its way to your address. It works once, within {LINK_MINUTES} minutes. Open it in this
        browser to go on where you were.
      </p>
      <p className="text-soft">
        Nothing there? Look among the spam, or{' '}
        <Link href="/sign-in" className="text-accent underline underline-offset-4">
          ask for another link
        </Link>
        .
      </p>
    </AccountPage>
  )
}
