import type { DeckFilter } from '@/lib/review/deck-filter'

/** The address of the deck with a filter; what is as it is by itself is left out. */
export function deckHref(filter: Partial<DeckFilter>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filter))
    if (value !== '' && !(name === 'page' && value === 1) && !(name === 'order' && value === 'due'))
      search.set(name, String(value))
  return search.size > 0 ? `/cards?${search}` : '/cards'
}
