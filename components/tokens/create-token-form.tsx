'use client'

import { createToken } from '@/lib/actions/create-token'
import { type ApiScope, apiScopes } from '@/lib/review/api-scope'
import { Button } from '../account/button'
import { Choice } from '../account/choice'
import { Field } from '../account/field'
import { FormMessage } from '../account/form-message'
import { useAccountForm } from '../account/use-account-form'

const meanings: Record<ApiScope, string> = {
  'read:due': 'See how many cards are due',
  'read:cards': 'See your cards and their states',
  'read:reviews': 'See the log of your reviews',
  'write:reviews': 'Add reviews to the log',
}

const times = [
  { value: '90', text: '90 days' },
  { value: '30', text: '30 days' },
  { value: '365', text: 'A year' },
  { value: '0', text: 'Until you revoke it' },
]

/** A new personal token, shown once. */
export function CreateTokenForm() {
  const { result, failure, formProps, isPending } = useAccountForm(createToken)
  const fields = failure?.fields ?? {}
  return (
    <form {...formProps} noValidate className="grid gap-5">
      {failure?.message && <FormMessage tone="fault">{failure.message}</FormMessage>}
      {result?.ok && (
        <FormMessage tone="done">
          Your token, shown this once: <code className="break-all select-all">{result.value.token}</code>
        </FormMessage>
      )}
      <Field label="Name" name="name" maxLength={60} autoComplete="off" required fault={fields.name} />
      <fieldset aria-describedby={fields.scopes ? 'scopes-fault' : undefined}>
        <legend className="mb-1 font-semibold">It may</legend>
        {apiScopes.map((scope) => (
          <label key={scope} className="flex min-h-11 items-center gap-3">
            <input type="checkbox" name={scope} className="size-5 shrink-0 accent-accent" />
            <span>
              {meanings[scope]} <code className="text-soft">{scope}</code>
            </span>
          </label>
        ))}
        {fields.scopes && (
          <p id="scopes-fault" role="alert" className="text-error">
            {fields.scopes}
          </p>
        )}
      </fieldset>
      <Choice label="It works for" name="days" value="90" options={times} fault={fields.days} />
      <Button disabled={isPending} className="justify-self-start">
        Make a token
      </Button>
    </form>
  )
}
