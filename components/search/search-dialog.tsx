'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { SearchIcon } from '@/components/ui/icons'
import { type Hit, openSearch, type Search } from './search-index'
import { SearchResults } from './search-results'

type State = Search | 'opening' | 'failed'

/** Search as a combobox in a dialog: type, go through the list with the arrows, open with Enter. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const router = useRouter()
  const [search, setSearch] = useState<State>('opening')
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const hits: Hit[] = typeof search === 'function' && query.trim() !== '' ? search(query) : []

  useEffect(() => {
    dialog.current?.showModal()
    openSearch().then(
      (opened) => setSearch(() => opened),
      () => setSearch('failed'),
    )
  }, [])

  function go(hit: Hit | undefined) {
    if (!hit) return
    dialog.current?.close()
    router.push(hit.document.href)
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && hits.length > 0) {
      event.preventDefault()
      setActive((active + step + hits.length) % hits.length)
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      go(hits[active])
    }
  }

  return (
    <dialog
      ref={dialog}
      aria-label="Search"
      closedby="any"
      onClose={onClose}
      className="mx-auto mt-[8dvh] mb-auto w-[calc(100vw-2rem)] max-w-[640px] overflow-hidden rounded border border-line-strong bg-raised p-0 text-ink shadow-float"
    >
      <div className="flex items-center gap-3 border-b border-line px-4 text-soft">
        <SearchIcon />
        <input
          type="text"
          role="combobox"
          aria-label="Search lessons and cards"
          aria-expanded={hits.length > 0}
          aria-controls="search-results"
          aria-autocomplete="list"
          aria-activedescendant={hits[active] ? `search-result-${active}` : undefined}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="Search lessons and cards"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
          className="h-14 min-w-0 flex-1 bg-transparent text-[1.125rem] text-ink outline-none placeholder:text-soft"
        />
        <button
          type="button"
          onClick={() => dialog.current?.close()}
          className="rounded border border-line px-2 py-0.5 text-[0.8125rem] hover:bg-sunken"
        >
          Close
        </button>
      </div>
      <SearchResults hits={hits} active={active} onChoose={go} onHover={setActive} />
      <p role="status" className={hits.length > 0 ? 'sr-only' : 'p-5 text-[0.9375rem] text-soft'}>
        {say(search, query, hits.length)}
      </p>
    </dialog>
  )
}

function say(search: State, query: string, count: number): string {
  if (search === 'opening') return 'Opening the index …'
  if (search === 'failed')
    return 'Search needs the network once, and it could not be reached. Close this and try again.'
  if (query.trim() === '')
    return 'Type a word: a concept, an attribute, a header. Nothing you type leaves this page.'
  if (count === 0) return `Nothing has all of these words: ${query}`
  return count === 1 ? '1 result' : `${count} results`
}
