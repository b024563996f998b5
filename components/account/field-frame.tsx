import type { ReactNode } from 'react'
import { useId } from 'react'

/** What ties a control to its label, its fault and its hint. */
interface ControlTies {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

interface FieldFrameProps {
  label: string
  hint?: ReactNode
  fault?: string | undefined
  /** The control, and whatever else stands inside the frame. */
  children(ties: ControlTies): ReactNode
}

const frame =
  'flex items-stretch overflow-hidden rounded border bg-raised focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent'

/** A label above a framed control, and below it what is wrong with it and what it wants. */
export function FieldFrame({ label, hint, fault, children }: FieldFrameProps) {
  const id = useId()
  const described = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <div className={`${frame} ${fault ? 'border-error' : 'border-line-strong'}`}>
        {children({
          id,
          'aria-invalid': fault ? true : undefined,
          'aria-describedby': described || undefined,
        })}
      </div>
      {fault && (
        <p id={`${id}-fault`} className="mt-1 text-error">
          {fault}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-soft">
          {hint}
        </p>
      )}
    </div>
  )
}
