import { useId } from 'react'
import type { Asks } from '@/lib/problems/problem'

interface ProblemFieldProps {
  asks: Extract<Asks, { kind: 'number' | 'text' }>
  text: string
  isChecked: boolean
  onType(text: string): void
}

/** The field of a problem that is answered with a number or a short text. */
export function ProblemField({ asks, text, isChecked, onType }: ProblemFieldProps) {
  const id = useId()
  const isNumber = asks.kind === 'number'
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-[0.9375rem] font-semibold">
        Your answer
        {isNumber && <span className="sr-only"> in {asks.unit === '%' ? 'per cent' : asks.unit}</span>}
      </label>
      <span className="flex items-baseline gap-3">
        <input
          id={id}
          type="text"
          inputMode={isNumber ? 'decimal' : 'text'}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={60}
          value={text}
          readOnly={isChecked}
          aria-describedby={`${id}-form`}
          onChange={(event) => onType(event.currentTarget.value)}
          className="min-h-12 w-full max-w-[20rem] rounded border border-line-strong bg-raised px-3 font-mono read-only:bg-sunken"
        />
        {isNumber && <span aria-hidden="true">{asks.unit}</span>}
      </span>
      <span id={`${id}-form`} className="text-[0.875rem] text-soft">
        {isNumber
          ? asks.tolerance > 0
            ? 'A number; small rounding is fine.'
            : 'A whole number.'
          : capital(asks.form)}
      </span>
    </div>
  )
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
