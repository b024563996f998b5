import type { FieldFaults } from '@/lib/result'
import type { Plan } from '@/lib/review/plan'
import { Choice } from './choice'
import { Field } from './field'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const kinds = [
  { value: 'normal', text: 'As any other' },
  { value: 'reduced', text: 'About half' },
  { value: 'minimum', text: 'As few as can be' },
]

/** What moves due days: retention, the longest interval, weekdays, a vacation. */
export function PlanFields({ plan, faults }: { plan: Plan; faults: FieldFaults }) {
  return (
    <>
      <fieldset className="grid gap-5">
        <legend className="mb-4 part-title">How well to remember</legend>
        <div className="grid gap-5 sm:grid-cols-2">
          <Field
            label="Recall wanted, in per cent"
            name="retention"
            type="number"
            inputMode="numeric"
            min={70}
            max={97}
            defaultValue={Math.round(plan.retention * 100)}
            hint="How likely you are to know a card when it falls due. More costs more reviews: 95 has intervals of less than half of those of 90."
            fault={faults.retention}
          />
          <Field
            label="Longest interval, in days"
            name="maximumInterval"
            type="number"
            inputMode="numeric"
            min={7}
            max={3650}
            defaultValue={plan.maximumInterval}
            hint="However well a card is known, it is asked at least this often."
            fault={faults.maximumInterval}
          />
        </div>
      </fieldset>
      <fieldset className="grid gap-5">
        <legend className="mb-4 part-title">Easy days</legend>
        <p className="text-soft">
          Cards move to a day nearby where their interval allows it. One that comes back within two days
          stays.
        </p>
        <div className="grid gap-5 sm:grid-cols-2">
          {weekdays.map((weekday, place) => (
            <Choice
              key={weekday}
              label={weekday}
              name={`easy${place}`}
              value={plan.easyDays[place] ?? 'normal'}
              options={kinds}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className="grid gap-5">
        <legend className="mb-4 part-title">Vacation</legend>
        <p className="text-soft">
          Nothing is asked from the first to the last day. What falls due in between is spread over as many
          days after it, two weeks at most. Empty both to be back.
        </p>
        <div className="grid gap-5 sm:grid-cols-2">
          <Field
            label="First day"
            name="vacationFrom"
            type="date"
            defaultValue={plan.vacation?.from ?? ''}
            fault={faults.vacationFrom}
          />
          <Field
            label="Last day"
            name="vacationTo"
            type="date"
            defaultValue={plan.vacation?.to ?? ''}
            fault={faults.vacationTo}
          />
        </div>
      </fieldset>
    </>
  )
}
