import type { InputHTMLAttributes, ReactNode } from 'react'
import { FieldFrame } from './field-frame'

export interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string
  name: string
  hint?: ReactNode
  fault?: string | undefined
  /** Stands inside the frame, after the input. */
  trailing?: ReactNode
}

/** A labelled input with its hint and its fault, both tied to it. */
export function Field({ label, hint, fault, trailing, ...input }: FieldProps) {
  return (
    <FieldFrame label={label} hint={hint} fault={fault}>
      {(ties) => (
        <>
          <input
            {...ties}
            className="min-h-11 w-full min-w-0 bg-transparent px-3 text-ink outline-none"
            {...input}
          />
          {trailing}
        </>
      )}
    </FieldFrame>
  )
}
