import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { AccountPage } from '@/components/account/account-page'
import { LinkForm } from '@/components/account/link-form'
import { ProviderButtons } from '@/components/account/provider-buttons'
import { SignUpForm } from '@/components/account/sign-up-form'
import { listProviders } from '@/lib/server/auth-providers'
import { canMail } from '@/lib/server/mail'
import { findUser } from '@/lib/server/session'
import { readSignInContext, type SearchParams } from '@/lib/server/sign-in-context'

export const metadata: Metadata = { title: 'Create an account', robots: { index: false } }

export default async function SignUpPage({ searchParams }: { searchParams: SearchParams }) {
  const { from } = await readSignInContext(searchParams)
  if (await findUser()) redirect(from)
  return (
    <AccountPage title="Create an account">
      <p className="text-soft">An account keeps what you have read and asks you again when it is time.</p>
      <ProviderButtons providers={listProviders()} from={from} />
      {canMail ? <LinkForm from={from} /> : <SignUpForm from={from} />}
      <p className="text-soft">
        Have an account already?{' '}
        <Link
          href={`/sign-in?from=${encodeURIComponent(from)}`}
          className="text-accent underline underline-offset-4"
        >
          Sign in
        </Link>
      </p>
    </AccountPage>
  )
}
