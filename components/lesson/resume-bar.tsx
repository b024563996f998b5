'use client'

import { useEffect, useState } from 'react'
import { CrossIcon } from '@/components/ui/icons'

/**
 * Offers the way back to where the reader was. It floats, so that its late arrival moves nothing, and
 * keeps out of the way of a reader who came to a place of their own choosing, or who reads on.
 */
export function ResumeBar({ id, title }: { id: string; title: string }) {
  const [open, setOpen] = useState(false)

  useEffect(() => {
    if (location.hash !== '' || scrollY > 200) return
    setOpen(true)
    const onScroll = () => {
      if (scrollY < innerHeight) return
      setOpen(false)
      removeEventListener('scroll', onScroll)
    }
    addEventListener('scroll', onScroll, { passive: true })
    return () => removeEventListener('scroll', onScroll)
  }, [])

  if (!open) return null
  return (
    <aside
      aria-label="Continue reading"
      className="no-print fixed bottom-18 left-1/2 z-10 flex w-max max-w-[calc(100vw-2rem)] -translate-x-1/2 items-center gap-2 rounded border border-line-strong bg-raised py-1.5 pr-1.5 pl-5 text-[0.9375rem] shadow-float min-[960px]:bottom-6"
    >
      <a
        href={`#${id}`}
        onClick={() => setOpen(false)}
        className="min-w-0 py-2 text-ink no-underline hover:text-accent"
      >
        <span className="text-soft">Continue at</span> <span className="font-semibold">{title}</span>
      </a>
      <button
        type="button"
        onClick={() => setOpen(false)}
        className="flex size-10 shrink-0 items-center justify-center rounded hover:bg-sunken"
      >
        <CrossIcon />
        <span className="sr-only">Dismiss</span>
      </button>
    </aside>
  )
}
