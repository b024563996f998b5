'use client'

import { revokeToken } from '@/lib/actions/revoke-token'
import { Button } from '../account/button'
import { FormMessage } from '../account/form-message'
import { useAccountForm } from '../account/use-account-form'

/** Ends one token. */
export function RevokeTokenForm({ id, name }: { id: string; name: string }) {
  const { failure, formProps, isPending } = useAccountForm(revokeToken)
  return (
    <form {...formProps}>
      {failure && (
        <FormMessage tone="fault">{failure.message ?? 'That did not work. Try again.'}</FormMessage>
      )}
      <input type="hidden" name="id" value={id} />
      <Button look="danger" disabled={isPending}>
        Revoke<span className="sr-only"> {name}</span>
      </Button>
    </form>
  )
}
