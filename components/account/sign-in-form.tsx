'use client'

import { useState } from 'react'
import { sendLink } from '@/lib/actions/send-link'
import { signIn } from '@/lib/actions/sign-in'
import type { Failure } from '@/lib/result'
import { Button } from './button'
import { EmailField } from './email-field'
import { FormMessage } from './form-message'
import { HiddenContext } from './hidden-context'
import { PasswordField } from './password-field'
import { useAccountForm } from './use-account-form'

interface SignInFormProps {
  from: string
  /** Whether a link can be mailed instead. */
  offersLink: boolean
  /** What went wrong on the way back from a provider or a link. */
  refusal: Failure | null
}

export function SignInForm({ from, offersLink, refusal }: SignInFormProps) {
  const password = useAccountForm(signIn)
  const link = useAccountForm(sendLink)
  const [usesLink, setUsesLink] = useState(false)
  const form = usesLink ? link : password
  const failure = form.failure ?? (password.result || link.result ? null : refusal)
  const fields = failure?.fields ?? {}
  return (
    <form {...form.formProps} noValidate className="grid gap-5">
      <HiddenContext from={from} />
      {failure?.message && <FormMessage tone="fault">{failure.message}</FormMessage>}
      <EmailField autoComplete="username" fault={fields.email} />
      {!usesLink && (
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          fault={fields.password}
        />
      )}
      <Button disabled={form.isPending}>{usesLink ? 'Send me a link' : 'Sign in'}</Button>
      {offersLink && (
        <Button look="quiet" type="button" onClick={() => setUsesLink(!usesLink)}>
          {usesLink ? 'Sign in with a password' : 'Get a link by e-mail instead'}
        </Button>
      )}
    </form>
  )
}
