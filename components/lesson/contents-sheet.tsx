'use client'

import { useRef, useState } from 'react'
import { CrossIcon, ListIcon } from '@/components/ui/icons'
import { ContentsList, type ContentsShown } from './contents-list'

/** On a phone: a button that floats at the foot of the window, and the contents in a sheet above it. */
export function ContentsSheet(shown: ContentsShown) {
  const sheet = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  const at = shown.sections.findIndex(({ id }) => id === shown.current)

  function show() {
    setOpen(true)
    sheet.current?.showModal()
  }

  return (
    <div className="min-[960px]:hidden">
      <button
        type="button"
        onClick={show}
        aria-haspopup="dialog"
        className="fixed right-4 bottom-4 z-10 flex items-center gap-2 rounded border border-line-strong bg-raised px-4 py-2.5 text-[0.9375rem] font-semibold shadow-float"
      >
        <ListIcon />
        Contents
        <span
          className="text-right font-normal text-soft tabular-nums"
          // Room for every number to come: the button stands at the right, and would move with each.
          style={{ minWidth: `${2 * String(shown.sections.length).length + 0.75}ch` }}
        >
          {at + 1}/{shown.sections.length}
        </span>
      </button>
      <dialog
        ref={sheet}
        aria-label="Contents of this lesson"
        onClose={() => setOpen(false)}
        closedby="any"
        className="mt-auto mb-0 max-h-[80dvh] w-full max-w-none overflow-y-auto rounded-t bg-raised p-0 text-ink shadow-float"
      >
        {open ? (
          <div className="relative p-4 pb-8 [&>p]:h-10 [&>p]:content-center">
            <button
              type="button"
              onClick={() => sheet.current?.close()}
              className="absolute top-4 right-3 flex size-10 items-center justify-center rounded hover:bg-sunken"
            >
              <CrossIcon />
              <span className="sr-only">Close contents</span>
            </button>
            <ContentsList {...shown} onChoose={() => sheet.current?.close()} />
          </div>
        ) : null}
      </dialog>
    </div>
  )
}
