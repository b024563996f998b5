'use client'

import { sendLink } from '@/lib/actions/send-link'
import { Button } from './button'
import { EmailField } from './email-field'
import { FormMessage } from './form-message'
import { HiddenContext } from './hidden-context'
import { useAccountForm } from './use-account-form'

/** Sign-up where the server can send mail: the account begins with a link to its address. */
export function LinkForm({ from }: { from: string }) {
  const { failure, formProps, isPending } = useAccountForm(sendLink)
  return (
    <form {...formProps} noValidate className="grid gap-5">
      <HiddenContext from={from} />
      {failure?.message && <FormMessage tone="fault">{failure.message}</FormMessage>}
      <EmailField
        autoComplete="email"
        hint="We send a link that opens your account. You can set a password afterwards, in the settings."
        fault={failure?.fields?.email}
      />
      <Button disabled={isPending}>Send me a link</Button>
    </form>
  )
}
