import MiniSearch from 'minisearch'
import type { SearchDocument } from '@/lib/content/search-documents'

export interface Hit {
  document: SearchDocument
  /** The words of the document that matched, in lower case. */
  words: string[]
}

/** Searches on this device; no word that is typed leaves it. */
export type Search = (query: string) => Hit[]

const limit = 12
let kept: { etag: string | null; search: Search } | null = null

/**
 * The search of the documents that this reader may see. Asks the server whether they changed (a signed-in
 * reader has more of them) and builds the index anew only then. Throws when they cannot be had.
 */
export async function openSearch(): Promise<Search> {
  const response = await fetch('/search-index', { cache: 'no-cache' })
  if (!response.ok) throw new Error(`The search index answered ${response.status}`)
  const etag = response.headers.get('etag')
  if (kept && etag !== null && kept.etag === etag) return kept.search
  kept = { etag, search: build(await response.json()) }
  return kept.search
}

function build(documents: SearchDocument[]): Search {
  const byId = new Map(documents.map((document) => [document.id, document]))
  const index = new MiniSearch<SearchDocument>({
    fields: ['title', 'lesson', 'text'],
    searchOptions: {
      // A word of one or two letters begins half the dictionary.
      prefix: (term) => term.length > 2,
      combineWith: 'AND',
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      boost: { title: 3 },
      boostDocument: (id) => (byId.get(String(id))?.kind === 'card' ? 0.7 : 1),
    },
  })
  index.addAll(documents)
  return (query) =>
    index
      .search(query)
      .slice(0, limit)
      .flatMap(({ id, terms }) => {
        const document = byId.get(String(id))
        return document ? [{ document, words: terms }] : []
      })
}
