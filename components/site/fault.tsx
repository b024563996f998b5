import type { ReactNode } from 'react'

/** A page that failed: what happened, what is safe, what to do. `reference` finds the cause in the server's log. */
export function Fault({ reference, children }: { reference: string | null; children: ReactNode }) {
  return (
    <div className="page max-w-[720px] py-20">
      <h1 className="text-[2.25rem] leading-tight font-[650] tracking-[-0.015em]">
        This page could not be shown
      </h1>
      <p className="mt-4 font-serif text-[1.1875rem] leading-normal text-soft">
        Something went wrong on our side. Your account, your progress and every answer you have given are
        safe; answers that were on their way are kept in this browser and sent again.
      </p>
      <div className="mt-8 flex flex-wrap gap-3">{children}</div>
      {reference ? (
        <p className="mt-8 text-[0.9375rem] text-soft">
          If it happens again, tell whoever runs this site. The reference is{' '}
          <code className="font-mono text-[0.875rem] text-ink">{reference}</code>.
        </p>
      ) : null}
    </div>
  )
}
