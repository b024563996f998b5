import type { ReactNode } from 'react'

/** The frame of a worked example. */
export function Worked({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="my-10 border-y border-line-strong py-6">
      <p className="eyebrow mb-1!">Worked example</p>
      <p className="mb-4! font-sans text-[1.1875rem] leading-snug font-semibold">{title}</p>
      {children}
    </div>
  )
}
