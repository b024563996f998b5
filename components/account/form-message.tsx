import type { ReactNode } from 'react'

/** What happened, said where the form stands; announced when it appears. */
export function FormMessage({ tone, children }: { tone: 'fault' | 'done'; children: ReactNode }) {
  const colours = tone === 'fault' ? 'border-error bg-error-wash' : 'border-accent bg-accent-wash'
  return (
    <p
      role={tone === 'fault' ? 'alert' : 'status'}
      tabIndex={-1}
      data-form-message=""
      className={`rounded border-l-4 px-3 py-2 text-ink ${colours}`}
    >
      {children}
    </p>
  )
}
