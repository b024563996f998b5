import type { ReactNode } from 'react'

interface Props {
  /** Of the field: its notes are `<id>-fault` and `<id>-hint`, to which it points by aria-describedby. */
  id: string
  fault?: string | undefined
  hint?: ReactNode
}

/** What stands below a field: what is wrong with it, and what it wants. */
export function FieldNotes({ id, fault, hint }: Props) {
  return (
    <>
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
    </>
  )
}
