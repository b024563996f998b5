'use client'

import { changeProfile } from '@/lib/actions/change-profile'
import type { Settings } from '@/lib/review/settings'
import { Button } from './button'
import { Choice } from './choice'
import { Field } from './field'
import { FormMessage } from './form-message'
import { useAccountForm } from './use-account-form'

interface ProfileFormProps {
  name: string
  settings: Settings
  zones: string[]
}

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  text: `${String(hour).padStart(2, '0')}:00`,
}))

/** The learner's name, day and way of reviewing. */
export function ProfileForm({ name, settings, zones }: ProfileFormProps) {
  const { result, failure, formProps, isPending } = useAccountForm(changeProfile)
  const fields = failure?.fields ?? {}
  return (
    <form {...formProps} method="post" noValidate className="grid gap-5">
      {failure?.message && <FormMessage tone="fault">{failure.message}</FormMessage>}
      {result?.ok && <FormMessage tone="done">Saved.</FormMessage>}
      <Field
        label="Name"
        name="name"
        autoComplete="name"
        maxLength={80}
        defaultValue={name}
        fault={fields.name}
      />
      <Choice
        label="Time zone"
        name="zone"
        value={settings.zone}
        options={zones.map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') }))}
        fault={fields.zone}
      />
      <Choice
        label="A new day starts at"
        name="dayStartsAt"
        value={String(settings.dayStartsAt)}
        options={hours}
        hint="Cards become due when your day starts, so that a late evening still belongs to its day."
        fault={fields.dayStartsAt}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          label="Cards in a session"
          name="sessionCards"
          type="number"
          inputMode="numeric"
          min={5}
          max={200}
          defaultValue={settings.sessionCards}
          fault={fields.sessionCards}
        />
        <Field
          label="Minutes in a session"
          name="sessionMinutes"
          type="number"
          inputMode="numeric"
          min={1}
          max={120}
          defaultValue={settings.sessionMinutes}
          fault={fields.sessionMinutes}
        />
      </div>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          name="twoButtons"
          defaultChecked={settings.twoButtons}
          className="size-5 shrink-0 accent-accent"
        />
        <span>Two buttons, Forgot and Got it, instead of four grades</span>
      </label>
      <Button disabled={isPending} className="justify-self-start">
        Save
      </Button>
    </form>
  )
}
