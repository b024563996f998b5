import { type Flag, flagNames } from '@/lib/review/flag'
import { cn } from '../ui/cn'

const colours: Record<Exclude<Flag, 0>, string> = {
  1: 'text-log',
  2: 'text-error',
  3: 'text-trace',
  4: 'text-context',
}

/** A flag as it stands on a card: its colour, its number and its name. */
export function FlagMark({ flag }: { flag: Flag }) {
  if (flag === 0) return null
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-[0.875rem]">
      <svg
        width="14"
        height="14"
        viewBox="0 0 14 14"
        aria-hidden="true"
        focusable="false"
        className={cn('shrink-0', colours[flag])}
      >
        <path d="M2.5 1v12" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
        <path d="M3 1.5h9l-2.5 3 2.5 3H3z" fill="currentColor" />
      </svg>
      <span className="sr-only">Flag </span>
      {flag} {flagNames[flag]}
    </span>
  )
}
