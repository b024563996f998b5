import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { Button } from '@/components/account/button'
import { ChangePasswordForm } from '@/components/account/change-password-form'
import { DeleteAccountForm } from '@/components/account/delete-account-form'
import { ProfileForm } from '@/components/account/profile-form'
import { signOut } from '@/lib/actions/sign-out'
import { signOutEverywhere } from '@/lib/actions/sign-out-everywhere'
import { getAccount } from '@/lib/server/accounts'
import { findSession } from '@/lib/server/session'

export const metadata: Metadata = { title: 'Settings', robots: { index: false } }

export default async function SettingsPage() {
  const session = await findSession()
  if (!session) redirect('/sign-in?from=/settings')
  const account = await getAccount(session)
  return (
    <div className="mx-auto grid w-full max-w-160 gap-12 px-5 py-12">
      <h1 className="page-title">Settings</h1>
      <Part title="You">
        <ProfileForm name={account.name} />
      </Part>
      <Part title="Your reviews">
        <p>
          <Link href="/settings/review" className="text-accent">
            How you review
          </Link>
          : your day and its limits, how well to remember, easy days, vacation.
        </p>
        <p>
          <Link href="/settings/reminders" className="text-accent">
            Reminders
          </Link>
          : by e-mail when it is worth it, or in your calendar.
        </p>
        <p>
          <Link href="/cards" className="text-accent">
            Your cards
          </Link>
          : all that is in your deck, and those you wrote.
        </p>
        <p>
          <Link href="/stats" className="text-accent">
            Your statistics
          </Link>
          : how well you remember, what is coming, what you did.
        </p>
      </Part>
      <Part title="Signing in">
        <p>
          You sign in as <strong className="break-words">{account.email}</strong>
          {account.providers.length > 0 && <>, also through {account.providers.join(' and ')}</>}.
        </p>
        <ChangePasswordForm
          email={account.email}
          hasPassword={account.hasPassword}
          asksCurrent={!account.mayResetPassword}
        />
      </Part>
      <Part title="Browsers">
        <p>
          {account.sessions === 1
            ? 'You are signed in on this browser only.'
            : `You are signed in on ${account.sessions} browsers.`}
        </p>
        <div className="flex flex-wrap gap-3">
          <form action={signOut}>
            <Button look="quiet">Sign out</Button>
          </form>
          <form action={signOutEverywhere}>
            <Button look="quiet">Sign out everywhere</Button>
          </form>
        </div>
      </Part>
      <Part title="Your data">
        <p>
          <Link href="/settings/data" className="text-accent">
            Take it along, or bring it here
          </Link>
          : exports of everything, and imports from Anki or a table.
        </p>
        <p>
          <Link href="/settings/tokens" className="text-accent">
            Personal tokens
          </Link>
          : for programs of yours that use the HTTP API.
        </p>
      </Part>
      <Part title="Delete account" id="delete-account">
        <DeleteAccountForm email={account.email} hasPassword={account.hasPassword} />
      </Part>
    </div>
  )
}

function Part({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section id={id} className="grid gap-5 border-line border-t pt-8">
      <h2 className="part-title">{title}</h2>
      {children}
    </section>
  )
}
