import { useId } from 'react'
import { frame } from './field'
import { FieldNotes } from './field-notes'

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
  const id = useId()
  const described = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <div className={`${frame} ${fault ? 'border-error' : 'border-line-strong'}`}>
        <select
          id={id}
          name={name}
          defaultValue={value}
          aria-invalid={fault ? true : undefined}
          aria-describedby={described || undefined}
          className="min-h-11 w-full bg-raised px-3 text-ink outline-none"
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      </div>
      <FieldNotes id={id} fault={fault} hint={hint} />
    </div>
  )
}
