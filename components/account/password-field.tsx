'use client'

import { useState } from 'react'
import { Field, type FieldProps } from './field'

/** A password's field, with a button that shows what was typed. */
export function PasswordField(props: FieldProps) {
  const [isShown, setShown] = useState(false)
  return (
    <Field
      {...props}
      type={isShown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="none"
      maxLength={1000}
      trailing={
        <button
          type="button"
          className="border-line border-l px-3 text-soft hover:bg-sunken hover:text-ink focus-visible:outline-2 focus-visible:-outline-offset-4 focus-visible:outline-accent"
          aria-pressed={isShown}
          aria-label="Show the password"
          onClick={() => setShown(!isShown)}
        >
          {isShown ? 'Hide' : 'Show'}
        </button>
      }
    />
  )
}
