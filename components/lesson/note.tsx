import type { ReactNode } from 'react'

/** A side note: in the right margin where there is one, folded in place where there is not. */
export function Note({ term, children }: { term?: string; children: ReactNode }) {
  return (
    <div className="note" role="note">
      <details>
        <summary>{term ?? 'Side note'}</summary>
        {term ? <p className="note-term">{term}</p> : null}
        {children}
      </details>
    </div>
  )
}
