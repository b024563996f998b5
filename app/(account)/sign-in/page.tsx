import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { AccountPage } from '@/components/account/account-page'
import { FormMessage } from '@/components/account/form-message'
import { ProviderButtons } from '@/components/account/provider-buttons'
import { SignInForm } from '@/components/account/sign-in-form'
import { listProviders } from '@/lib/server/auth-providers'
import { canMail } from '@/lib/server/mail'
import { findUser } from '@/lib/server/session'
import { readSignInContext, type SearchParams } from '@/lib/server/sign-in-context'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const { from, refusal, notice } = await readSignInContext(searchParams)
  if (!refusal && (await findUser())) redirect(from)
  return (
    <AccountPage title="Sign in">
      {notice && <FormMessage tone="done">{notice}</FormMessage>}
      <ProviderButtons providers={listProviders()} from={from} />
      <SignInForm from={from} offersLink={canMail} refusal={refusal} />
      <p className="text-soft">
        New here?{' '}
        <Link
          href={`/sign-up?from=${encodeURIComponent(from)}`}
          className="text-accent underline underline-offset-4"
        >
          Create an account
        </Link>
      </p>
    </AccountPage>
  )
}
