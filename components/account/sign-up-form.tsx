'use client'

import { signUp } from '@/lib/actions/sign-up'
import { Button } from './button'
import { EmailField } from './email-field'
import { FormMessage } from './form-message'
import { HiddenContext } from './hidden-context'
import { PasswordField } from './password-field'
import { useAccountForm } from './use-account-form'

/** An account with e-mail and password, where the server cannot send mail. */
export function SignUpForm({ from }: { from: string }) {
  const { failure, formProps, isPending } = useAccountForm(signUp)
  const fields = failure?.fields ?? {}
  return (
    <form {...formProps} noValidate className="grid gap-5">
      <HiddenContext from={from} />
      {failure?.message && <FormMessage tone="fault">{failure.message}</FormMessage>}
      <EmailField autoComplete="username" fault={fields.email} />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="new-password"
        required
        hint="At least 10 characters. A few words in a row are easy to keep in mind."
        fault={fields.password}
      />
      <Button disabled={isPending}>Create account</Button>
    </form>
  )
}
