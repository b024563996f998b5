'use client'

import Link from 'next/link'
import { saveReminder } from '@/lib/actions/save-reminder'
import type { ReminderInput } from '@/lib/review/reminder'
import { Button } from '../account/button'
import { Choice } from '../account/choice'
import { Field } from '../account/field'
import { FormMessage } from '../account/form-message'
import { useAccountForm } from '../account/use-account-form'

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  text: `${String(hour).padStart(2, '0')}:00`,
}))

interface ReminderFormProps {
  reminder: ReminderInput
  zone: string
}

/** When an e-mail reminds the learner of what is due, if at all. */
export function ReminderForm({ reminder, zone }: ReminderFormProps) {
  const { result, failure, formProps, isPending } = useAccountForm(saveReminder)
  const fields = failure?.fields ?? {}
  return (
    <form {...formProps} noValidate className="grid gap-5">
      {failure?.message && <FormMessage tone="fault">{failure.message}</FormMessage>}
      {result?.ok && <FormMessage tone="done">Saved.</FormMessage>}
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          name="isOn"
          defaultChecked={reminder.isOn}
          className="size-5 shrink-0 accent-accent"
        />
        <span>Send me a reminder</span>
      </label>
      <div className="grid gap-5 sm:grid-cols-2">
        <Choice label="At" name="hour" value={String(reminder.hour)} options={hours} fault={fields.hour} />
        <Field
          label="When at least so many cards are due"
          name="leastDue"
          type="number"
          inputMode="numeric"
          min={1}
          max={200}
          defaultValue={reminder.leastDue}
          fault={fields.leastDue}
        />
      </div>
      <p className="text-[0.9375rem] text-soft">
        The hour is that of {zone.replaceAll('_', ' ')}, the zone in{' '}
        <Link href="/settings/review" className="text-accent">
          how you review
        </Link>
        .
      </p>
      <Button disabled={isPending} className="justify-self-start">
        Save
      </Button>
    </form>
  )
}
