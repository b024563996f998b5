import type { Metadata } from 'next'
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
import { getSettings } from '@/lib/server/settings'
import { listZones } from '@/lib/server/zones'

export const metadata: Metadata = { title: 'Settings', robots: { index: false } }

export default async function SettingsPage() {
  const session = await findSession()
  if (!session) redirect('/sign-in?from=/settings')
  const [account, settings] = await Promise.all([getAccount(session), getSettings(session.user)])
  return (
    <div className="mx-auto grid w-full max-w-160 gap-12 px-5 py-12">
      <h1 className="font-semibold font-serif text-3xl">Settings</h1>
      <Part title="You and your reviews">
        <ProfileForm name={account.name} settings={settings} zones={listZones(settings.zone)} />
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
      <Part title="Delete account">
        <DeleteAccountForm email={account.email} hasPassword={account.hasPassword} />
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-5 border-line border-t pt-8">
      <h2 className="font-semibold font-serif text-xl">{title}</h2>
      {children}
    </section>
  )
}
