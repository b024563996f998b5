'use client'

import Link from 'next/link'
import { turnRemindersOff } from '@/lib/actions/turn-reminders-off'
import { Button } from '../account/button'
import { FormMessage } from '../account/form-message'
import { useAccountForm } from '../account/use-account-form'

/** One button, without signing in: no more reminders by e-mail. */
export function TurnOffForm({ token }: { token: string }) {
  const { result, failure, formProps, isPending } = useAccountForm(turnRemindersOff)
  return (
    <form {...formProps} className="grid gap-6">
      <input type="hidden" name="token" value={token} />
      {failure && (
        <FormMessage tone="fault">{failure.message ?? 'That did not work. Try again.'}</FormMessage>
      )}
      {result?.ok ? (
        <>
          <FormMessage tone="done">Reminders are off. No more of them will come.</FormMessage>
          <p>
            Your cards and their days stay as they are. You can turn reminders on again in{' '}
            <Link href="/settings/reminders" className="text-accent underline underline-offset-3">
              your settings
            </Link>
            .
          </p>
        </>
      ) : (
        <>
          <p>You will get no more reminders by e-mail. Nothing else changes.</p>
          <Button disabled={isPending}>Turn reminders off</Button>
        </>
      )}
    </form>
  )
}
