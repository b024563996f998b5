import type { ReactNode } from 'react'

/** What to keep from the lesson, in a list. */
export function Takeaways({ children }: { children: ReactNode }) {
  return <div className="takeaways">{children}</div>
}

/** A table to come back to. It may take the margin too. */
export function QuickReference({ children }: { children: ReactNode }) {
  return <div className="wide quick-reference">{children}</div>
}

/** Where the facts come from. Set smaller: it is looked up, not read. */
export function Sources({ children }: { children: ReactNode }) {
  return <div className="sources">{children}</div>
}
