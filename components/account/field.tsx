import type { InputHTMLAttributes, ReactNode } from 'react'
import { useId } from 'react'
import { FieldNotes } from './field-notes'

export interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string
  name: string
  hint?: ReactNode
  fault?: string | undefined
  /** Stands inside the frame, after the input. */
  trailing?: ReactNode
}

export const frame =
  'flex items-stretch overflow-hidden rounded border bg-raised focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent'

/** A labelled input with its hint and its fault, both tied to it. */
export function Field({ label, hint, fault, trailing, ...input }: FieldProps) {
  const id = useId()
  const described = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <div className={`${frame} ${fault ? 'border-error' : 'border-line-strong'}`}>
        <input
          id={id}
          className="min-h-11 w-full min-w-0 bg-transparent px-3 text-ink outline-none"
          aria-invalid={fault ? true : undefined}
          aria-describedby={described || undefined}
          {...input}
        />
        {trailing}
      </div>
      <FieldNotes id={id} fault={fault} hint={hint} />
    </div>
  )
}
