'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { placeHref } from '@/lib/content/card-place'
import { isOwnCardId } from '@/lib/content/own-card-id'
import type { Flag } from '@/lib/review/flag'
import { CardNote } from './card-note'
import { CardReport } from './card-report'
import type { DueCard } from './due-queue'
import { FlagSelect } from './flag-select'

interface CardToolsProps {
  card: DueCard
  flag: Flag
  onAside(kind: 'suspend' | 'bury' | 'reset'): void
  onFlag(flag: Flag): void
  onClose(): void
}

const tool =
  'min-h-11 rounded border border-line-strong bg-paper px-4 py-2 text-left text-[0.9375rem] no-underline text-ink hover:bg-sunken'

/** What can be done to the card on the screen beside grading it. */
export function CardTools({ card, flag, onAside, onFlag, onClose }: CardToolsProps) {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.focus(), [])
  const { face, note } = card
  const href = placeHref(face)
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label="This card"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
      className="mt-3 grid gap-4 rounded border border-line bg-raised p-4 focus:outline-none"
    >
      <div className="flex flex-wrap gap-2">
        <button type="button" aria-keyshortcuts="-" onClick={() => onAside('bury')} className={tool}>
          Bury until tomorrow
        </button>
        <button type="button" aria-keyshortcuts="@" onClick={() => onAside('suspend')} className={tool}>
          Suspend
        </button>
        <button type="button" onClick={() => onAside('reset')} className={tool}>
          Reset: begin anew
        </button>
        <FlagSelect label="Flag" flag={flag} onFlag={onFlag} />
      </div>
      <p className="text-[0.875rem] text-soft">
        A buried card comes back tomorrow, a suspended one when you say so, a reset one as if it were new.
        Undo takes each of them back.
      </p>
      <p className="flex flex-wrap gap-x-5 gap-y-2 text-[0.9375rem]">
        <Link href={`/cards/${face.id}`} prefetch={false} className="text-accent">
          History, and why this interval
        </Link>
        {href && (
          <Link href={href} prefetch={false} className="text-accent">
            Its paragraph
          </Link>
        )}
        {face.simulatorHref && (
          <Link href={face.simulatorHref} prefetch={false} className="text-accent">
            Its simulator
          </Link>
        )}
      </p>
      <CardNote cardId={face.id} text={note ?? ''} />
      {!isOwnCardId(face.id) && <CardReport cardId={face.id} />}
    </section>
  )
}
