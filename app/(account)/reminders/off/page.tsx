import type { Metadata } from 'next'
import Link from 'next/link'
import { AccountPage } from '@/components/account/account-page'
import { TurnOffForm } from '@/components/reminders/turn-off-form'
import { readOffToken } from '@/lib/server/reminders'

export const metadata: Metadata = {
  title: 'Turn reminders off',
  robots: { index: false },
  referrer: 'no-referrer',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Where the link in a reminder leads. Its button turns them off; a mail scanner, which only looks, does not. */
export default async function RemindersOffPage({ searchParams }: Props) {
  const { token } = await searchParams
  const isWhole = typeof token === 'string' && readOffToken(token) !== null
  return (
    <AccountPage title="Turn reminders off">
      {isWhole ? (
        <TurnOffForm token={token} />
      ) : (
        <p>
          This link is not whole. You can turn reminders off in{' '}
          <Link href="/settings/reminders" className="text-accent underline underline-offset-3">
            your settings
          </Link>
          .
        </p>
      )}
    </AccountPage>
  )
}
