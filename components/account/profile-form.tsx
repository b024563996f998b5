'use client'

import { changeProfile } from '@/lib/actions/change-profile'
import { Button } from './button'
import { Field } from './field'
import { FormMessage } from './form-message'
import { useAccountForm } from './use-account-form'

/** What the learner is called. */
export function ProfileForm({ name }: { name: string }) {
  const { result, failure, formProps, isPending } = useAccountForm(changeProfile)
  return (
    <form {...formProps} noValidate className="grid gap-5">
      {failure?.message && <FormMessage tone="fault">{failure.message}</FormMessage>}
      {result?.ok && <FormMessage tone="done">Saved.</FormMessage>}
      <Field
        label="Name"
        name="name"
        autoComplete="name"
        maxLength={80}
        defaultValue={name}
        fault={failure?.fields?.name}
      />
      <Button disabled={isPending} className="justify-self-start">
        Save
      </Button>
    </form>
  )
}
