import { cn } from '@/components/ui/cn'
import { LockIcon, TickIcon } from '@/components/ui/icons'

export interface ContentsSection {
  id: string
  title: string
  /** Signed out, most sections are named but cannot be opened. */
  readable: boolean
}

export interface ContentsShown {
  sections: readonly ContentsSection[]
  current: string | null
  /** Sections read; null where progress is not kept. */
  read: ReadonlySet<string> | null
  onChoose?: () => void
}

/** The sections in order: which one the reader is in, which are read, which are locked. */
export function ContentsList({ sections, current, read, onChoose }: ContentsShown) {
  return (
    <>
      <p className="eyebrow mb-2 pl-3">
        Contents
        {read ? (
          <span className="font-normal tracking-normal">
            {' '}
            · {sections.filter(({ id }) => read.has(id)).length} of {sections.length} read
          </span>
        ) : null}
      </p>
      <ol className="text-[0.9375rem] leading-snug">
        {sections.map(({ id, title, readable }) => (
          <li key={id}>
            {readable ? (
              <a
                href={`#${id}`}
                onClick={onChoose}
                aria-current={current === id ? 'location' : undefined}
                className={cn(
                  'flex items-baseline justify-between gap-2 border-l-2 py-1.5 pl-3 no-underline hover:text-accent',
                  current === id ? 'border-accent font-semibold text-ink' : 'border-line text-soft',
                )}
              >
                {/* In the room of its bold form, so that no line breaks anew when the reader comes to it. */}
                <span
                  data-title={title}
                  className="grid after:invisible after:font-semibold after:content-[attr(data-title)] after:[grid-area:1/1]"
                >
                  <span className="[grid-area:1/1]">{title}</span>
                </span>
                {read?.has(id) ? (
                  <span className="shrink-0 self-center text-accent">
                    <TickIcon />
                    <span className="sr-only">, read</span>
                  </span>
                ) : null}
              </a>
            ) : (
              <span className="flex items-baseline justify-between gap-2 border-l-2 border-line py-1.5 pl-3 text-soft">
                {title}
                <span className="shrink-0 self-center">
                  <LockIcon />
                  <span className="sr-only">, locked until you sign in</span>
                </span>
              </span>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
