import type { ReactNode } from 'react'

/** The frame of the pages on which one signs in or up: a narrow column with one thing to do. */
export function AccountPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-110 px-5 py-12 sm:py-20">
      <h1 className="mb-8 page-title">{title}</h1>
      <div className="grid gap-6">{children}</div>
    </div>
  )
}
