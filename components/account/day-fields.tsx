import type { FieldFaults } from '@/lib/result'
import type { Settings } from '@/lib/review/settings'
import { Choice } from './choice'
import { Field } from './field'

interface DayFieldsProps {
  settings: Settings
  zones: string[]
  faults: FieldFaults
}

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  text: `${String(hour).padStart(2, '0')}:00`,
}))

/** The learner's day, its limits, and the session's. */
export function DayFields({ settings, zones, faults }: DayFieldsProps) {
  const number = (name: 'newPerDay' | 'reviewsPerDay' | 'sessionCards' | 'sessionMinutes') => ({
    name,
    type: 'number',
    inputMode: 'numeric' as const,
    defaultValue: settings[name],
    fault: faults[name],
  })
  return (
    <>
      <fieldset className="grid gap-5">
        <legend className="mb-4 part-title">Your day</legend>
        <Choice
          label="Time zone"
          name="zone"
          value={settings.zone}
          options={zones.map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') }))}
          fault={faults.zone}
        />
        <Choice
          label="A new day starts at"
          name="dayStartsAt"
          value={String(settings.dayStartsAt)}
          options={hours}
          hint="Cards become due when your day starts, so that a late evening still belongs to its day."
          fault={faults.dayStartsAt}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <Field
            label="New cards a day"
            min={0}
            max={200}
            hint="Prompts that you answer in a lesson count, and are never held back."
            {...number('newPerDay')}
          />
          <Field
            label="Reviews a day"
            min={5}
            max={2000}
            hint="What is beyond it comes on the days after."
            {...number('reviewsPerDay')}
          />
        </div>
      </fieldset>
      <fieldset className="grid gap-5">
        <legend className="mb-4 part-title">A session</legend>
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label="Cards in a session" min={5} max={200} {...number('sessionCards')} />
          <Field label="Minutes in a session" min={1} max={120} {...number('sessionMinutes')} />
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
      </fieldset>
    </>
  )
}
