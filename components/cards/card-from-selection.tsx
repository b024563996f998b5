'use client'

import { useEffect, useState } from 'react'

interface Selected {
  quote: string
  heading: string | null
}

const SHORTEST = 3
const LONGEST = 1000

/** Offers to make a card of what the reader has selected in the prose of a lesson. */
export function CardFromSelection({ lesson }: { lesson: string }) {
  const [selected, setSelected] = useState<Selected | null>(null)
  useEffect(() => {
    const look = () => setSelected(readSelection())
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  const query =
    selected &&
    new URLSearchParams({
      lesson,
      ...(selected.heading && { heading: selected.heading }),
      quote: selected.quote,
    })
  return (
    <div
      role="status"
      className="no-print pointer-events-none fixed inset-x-0 bottom-4 z-10 flex justify-center"
    >
      {query && (
        <a
          href={`/cards/new?${query}`}
          className="pointer-events-auto inline-flex min-h-11 items-center rounded bg-accent px-5 font-semibold font-sans text-on-accent no-underline shadow-float hover:bg-accent-strong"
        >
          Make a card of the selection
        </a>
      )}
    </div>
  )
}

/** What is selected, where all of it lies in the prose of a lesson and is no question of ours. */
function readSelection(): Selected | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const start = elementOf(selection.anchorNode)
  const end = elementOf(selection.focusNode)
  const prose = start?.closest('.lesson-flow')
  if (!prose || !end || !prose.contains(end) || start?.closest('.recall') || end.closest('.recall'))
    return null
  const quote = selection.toString().trim()
  if (quote.length < SHORTEST) return null
  const heading = start?.closest<HTMLElement>('[data-section]')?.dataset.section ?? null
  return { quote: quote.slice(0, LONGEST), heading }
}

function elementOf(node: Node | null): Element | null {
  return node instanceof Element ? node : (node?.parentElement ?? null)
}
