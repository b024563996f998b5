'use client'

import { changePassword } from '@/lib/actions/change-password'
import { Button } from './button'
import { FormMessage } from './form-message'
import { PasswordField } from './password-field'
import { useAccountForm } from './use-account-form'

interface ChangePasswordFormProps {
  email: string
  hasPassword: boolean
  /** Whether the current password has to be given. */
  asksCurrent: boolean
}

export function ChangePasswordForm({ email, hasPassword, asksCurrent }: ChangePasswordFormProps) {
  const { result, failure, formProps, isPending } = useAccountForm(changePassword)
  const fields = failure?.fields ?? {}
  return (
    <form {...formProps} noValidate className="grid gap-5">
      {failure?.message && <FormMessage tone="fault">{failure.message}</FormMessage>}
      {result?.ok && <FormMessage tone="done">{doneText(result.value.signedOut)}</FormMessage>}
      <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
      {asksCurrent && (
        <PasswordField
          label="Current password"
          name="current"
          autoComplete="current-password"
          required
          fault={fields.current}
        />
      )}
      <PasswordField
        label={hasPassword ? 'New password' : 'Password'}
        name="password"
        autoComplete="new-password"
        required
        hint="At least 10 characters. Every other browser is signed out."
        fault={fields.password}
      />
      <Button look="quiet" disabled={isPending} className="justify-self-start">
        {hasPassword ? 'Change password' : 'Set password'}
      </Button>
    </form>
  )
}

function doneText(signedOut: number): string {
  if (signedOut === 0) return 'Your password is changed.'
  return `Your password is changed, and ${signedOut} other ${signedOut === 1 ? 'browser is' : 'browsers are'} signed out.`
}
