import type { ReactNode } from 'react'
import { CrossIcon, TickIcon } from '@/components/ui/icons'

/** A common mistake: what it looks like, what to do instead, and why. */
export function Mistake({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="my-8">
      <p className="mb-4! font-sans text-[1.1875rem] leading-snug font-semibold">{title}</p>
      {children}
    </div>
  )
}

export function Wrong({ children }: { children: ReactNode }) {
  return (
    <div className="my-5">
      <p className="mb-2! flex items-center gap-2 font-sans text-[0.9375rem] font-semibold text-error">
        <CrossIcon /> Wrong
      </p>
      {children}
    </div>
  )
}

export function Right({ children }: { children: ReactNode }) {
  return (
    <div className="my-5">
      <p className="mb-2! flex items-center gap-2 font-sans text-[0.9375rem] font-semibold text-metric">
        <TickIcon /> Right
      </p>
      {children}
    </div>
  )
}

export function Why({ children }: { children: ReactNode }) {
  return (
    <div className="my-5">
      <p className="mb-2! font-sans text-[0.9375rem] font-semibold text-soft">Why</p>
      {children}
    </div>
  )
}
