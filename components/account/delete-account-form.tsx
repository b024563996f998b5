'use client'

import { deleteAccount } from '@/lib/actions/delete-account'
import { Button } from './button'
import { Field } from './field'
import { FormMessage } from './form-message'
import { PasswordField } from './password-field'
import { useAccountForm } from './use-account-form'

/** Deletion, behind a fold and the password (or, without one, the e-mail typed out). */
export function DeleteAccountForm({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const { failure, formProps, isPending } = useAccountForm(deleteAccount)
  const fields = failure?.fields ?? {}
  return (
    <details className="group" open={failure !== null || undefined}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center rounded border border-error px-4 font-semibold text-error hover:bg-error-wash">
        Delete account
      </summary>
      <form {...formProps} noValidate className="mt-5 grid gap-5">
        <p>
          This deletes your account, your progress and every review, at once and for good. There is no way
          back.
        </p>
        {failure?.message && <FormMessage tone="fault">{failure.message}</FormMessage>}
        {hasPassword ? (
          <PasswordField
            label="Your password"
            name="password"
            autoComplete="current-password"
            required
            fault={fields.password}
          />
        ) : (
          <Field
            label={`Type ${email} to confirm`}
            name="email"
            type="email"
            autoComplete="off"
            required
            fault={fields.email}
          />
        )}
        <Button look="danger" disabled={isPending} className="justify-self-start">
          Delete everything
        </Button>
      </form>
    </details>
  )
}
