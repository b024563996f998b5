import type { ReactNode } from 'react'

/** One question of the statistics page, its answer in a sentence, and what it rests on. */
export function StatsSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-12 border-t border-line pt-8">
      <h2 id={`${id}-title`} className="font-semibold font-serif text-2xl">
        {title}
      </h2>
      {children}
    </section>
  )
}

/** What qualifies a chart: set smaller, below it. */
export function Aside({ children }: { children: ReactNode }) {
  return <p className="mt-3 max-w-[var(--measure,42rem)] text-[0.9375rem] text-soft">{children}</p>
}
