import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

const kinds = {
  key: { word: 'Key idea', rule: 'border-accent', ink: 'text-accent' },
  caution: { word: 'Caution', rule: 'border-log', ink: 'text-log' },
  'old-name': { word: 'Old name', rule: 'border-profile', ink: 'text-profile' },
} as const

/** A short passage set apart: an idea to keep, a trap, or a name that readers will still meet. */
export function Callout({
  kind,
  title,
  children,
}: {
  kind: keyof typeof kinds
  title: string
  children: ReactNode
}) {
  const { word, rule, ink } = kinds[kind]
  return (
    <div className={cn('my-8 border-l-3 pl-5', rule)} role="note">
      <p className="mb-1! font-sans text-[1.0625rem] leading-snug font-semibold">
        <span className={ink}>{word}.</span> {title}
      </p>
      {children}
    </div>
  )
}
