import { FieldFrame } from './field-frame'

interface ChoiceProps {
  label: string
  name: string
  value: string
  options: { value: string; text: string }[]
  hint?: string
  fault?: string | undefined
}

/** A labelled list to choose one of, with its hint and its fault tied to it. */
export function Choice({ label, name, value, options, hint, fault }: ChoiceProps) {
  return (
    <FieldFrame label={label} hint={hint} fault={fault}>
      {(ties) => (
        <select
          {...ties}
          name={name}
          defaultValue={value}
          className="min-h-11 w-full bg-raised px-3 text-ink outline-none"
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
