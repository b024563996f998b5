import Link from 'next/link'

interface SessionBarProps {
  known: number
  left: number
  /** Null where there is nothing to take back. */
  onUndo: (() => void) | null
  isOver: boolean
  /** The button for what else can be done to the card; null where there is no card. */
  tools: { isOpen: boolean; onToggle(): void } | null
}

/** The way out, how far it is, and the way back. */
export function SessionBar({ known, left, onUndo, isOver, tools }: SessionBarProps) {
  const total = known + left
  return (
    <div className="pt-3">
      <div className="flex min-h-11 items-center gap-4 text-[0.9375rem]">
        <Link
          href="/course"
          prefetch={false}
          className="rounded px-2 py-2 text-soft no-underline hover:bg-sunken hover:text-ink"
        >
          {isOver ? 'To the course' : 'Leave'}
        </Link>
        <span className="ml-auto text-soft tabular-nums">{left > 0 && `${left} left`}</span>
        {tools && (
          <button
            type="button"
            aria-keyshortcuts="m"
            aria-expanded={tools.isOpen}
            onClick={tools.onToggle}
            className="rounded px-3 py-2 hover:bg-sunken"
          >
            Card
          </button>
        )}
        <button
          type="button"
          aria-keyshortcuts="u"
          aria-disabled={!onUndo}
          onClick={() => onUndo?.()}
          className="rounded px-3 py-2 hover:bg-sunken aria-disabled:text-soft aria-disabled:opacity-60"
        >
          Undo
        </button>
      </div>
      <div
        role="progressbar"
        aria-label="Cards known"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={known}
        aria-valuetext={`${known} of ${total}`}
        className="mt-1 h-0.75 overflow-hidden rounded bg-line"
      >
        <div
          className="h-full bg-accent transition-[width] duration-200"
          style={{ width: `${total > 0 ? (100 * known) / total : 0}%` }}
        />
      </div>
    </div>
  )
}
