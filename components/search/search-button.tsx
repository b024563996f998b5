'use client'

import { type ComponentType, useCallback, useEffect, useState } from 'react'
import { SearchIcon } from '@/components/ui/icons'

interface DialogProps {
  onClose: () => void
}

/** Opens search by a press, `/` or Ctrl-K. The dialog and its index are fetched on the first opening only. */
export function SearchButton() {
  const [Dialog, setDialog] = useState<ComponentType<DialogProps> | null>(null)
  const [open, setOpen] = useState(false)

  const show = useCallback(async () => {
    setOpen(true)
    const { SearchDialog } = await import('./search-dialog')
    setDialog(() => SearchDialog)
  }, [])

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const slash = event.key === '/' && !isTyping(event.target) && !event.ctrlKey && !event.metaKey
      const chord = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
      if (!slash && !chord) return
      event.preventDefault()
      void show()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [show])

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="/ Control+K"
        onClick={show}
        className="flex size-10 items-center justify-center rounded hover:bg-sunken"
      >
        <SearchIcon />
        <span className="sr-only">Search</span>
      </button>
      {open && Dialog ? <Dialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
