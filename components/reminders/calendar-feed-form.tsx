'use client'

import { makeCalendarFeed } from '@/lib/actions/make-calendar-feed'
import { removeCalendarFeed } from '@/lib/actions/remove-calendar-feed'
import { Button } from '../account/button'
import { FormMessage } from '../account/form-message'
import { useAccountForm } from '../account/use-account-form'

interface CalendarFeedFormProps {
  /** The days on which the address was made, and last read by a calendar; null where there is no address. */
  feed: { made: string; read: string | null } | null
}

/** Makes the secret address of a calendar, shown once; makes it anew; takes it away. */
export function CalendarFeedForm({ feed }: CalendarFeedFormProps) {
  const make = useAccountForm(makeCalendarFeed)
  const remove = useAccountForm(removeCalendarFeed)
  const failure = make.failure ?? remove.failure
  const address = feed && make.result?.ok ? make.result.value.address : null
  return (
    <div className="grid gap-5">
      {failure && (
        <FormMessage tone="fault">{failure.message ?? 'That did not work. Try again.'}</FormMessage>
      )}
      {feed && (
        <p className="text-soft">
          There is an address, made {feed.made}, {feed.read ? `last read ${feed.read}` : 'not read yet'}.
        </p>
      )}
      <div className="flex flex-wrap items-start gap-3">
        <form {...make.formProps} className="grid gap-5">
          {address && (
            <FormMessage tone="done">
              Your address, shown this once: <code className="break-all select-all">{address}</code>
            </FormMessage>
          )}
          <Button disabled={make.isPending} look={feed ? 'quiet' : 'primary'} className="justify-self-start">
            {feed ? 'Make a new address' : 'Make an address'}
          </Button>
        </form>
        {feed && (
          <form {...remove.formProps}>
            <Button look="danger" disabled={remove.isPending}>
              Take the address away
            </Button>
          </form>
        )}
      </div>
      {feed && (
        <p className="text-[0.9375rem] text-soft">
          A new address takes the place of the old one, which stops working at once.
        </p>
      )}
    </div>
  )
}
