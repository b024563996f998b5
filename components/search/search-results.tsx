import { cn } from '@/components/ui/cn'
import { excerpt } from './excerpt'
import type { Hit } from './search-index'

const kinds = { opening: 'Lesson', section: 'Section', card: 'Card' } as const

/** The list under the search field. The field keeps the focus; the active option is marked and in view. */
export function SearchResults({
  hits,
  active,
  onChoose,
  onHover,
}: {
  hits: readonly Hit[]
  active: number
  onChoose: (hit: Hit) => void
  onHover: (index: number) => void
}) {
  return (
    <div
      id="search-results"
      role="listbox"
      tabIndex={-1}
      aria-label="Results"
      className={cn('max-h-[60dvh] overflow-y-auto', hits.length > 0 && 'p-2')}
    >
      {hits.map((hit, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field that has the focus
        <div
          key={hit.document.id}
          id={`search-result-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          ref={index === active ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
          onClick={() => onChoose(hit)}
          onPointerMove={() => onHover(index)}
          className={cn('cursor-pointer rounded px-3 py-2.5', index === active && 'bg-accent-wash')}
        >
          <p className="flex items-baseline justify-between gap-4 leading-snug font-semibold">
            <span>{hit.document.title}</span>
            <span className="shrink-0 text-[0.8125rem] font-normal text-soft">
              {kinds[hit.document.kind]}
            </span>
          </p>
          <p className="mt-0.5 text-[0.9375rem] leading-snug text-soft">
            {excerpt(hit.document.text, hit.words).map((part, at) =>
              part.hit ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
                <mark key={at} className="bg-transparent font-semibold text-ink">
                  {part.text}
                </mark>
              ) : (
                part.text
              ),
            )}
          </p>
        </div>
      ))}
    </div>
  )
}
