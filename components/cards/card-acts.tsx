'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { addDays, type LocalDay } from '@/lib/review/day'
import type { Folded } from '@/lib/review/fold'
import { FlagSelect } from '../review/flag-select'
import { type Learner, type Mark, makeMark } from '../review/learner'
import { QueueMark } from '../review/queue-mark'
import { useEventQueue } from '../review/use-event-queue'

interface CardActsProps {
  cardId: string
  folded: Folded
  today: LocalDay
  learner: Learner
}

const act = 'min-h-11 rounded border border-line-strong bg-raised px-4 text-[0.9375rem] hover:bg-sunken'

/** What can be done to one card from its own page; each is an event, and is seen in its history. */
export function CardActs({ cardId, folded, today, learner }: CardActsProps) {
  const router = useRouter()
  const { queue, status, add } = useEventQueue(learner.id)
  const [said, setSaid] = useState('')
  const isBuried = folded.buriedUntil !== null && folded.buriedUntil > today

  async function put(mark: Mark, words: string) {
    add(makeMark(learner, { cardId, at: Date.now(), source: 'deck' }, mark))
    setSaid(words)
    await queue?.flush()
    router.refresh()
  }

  return (
    <section aria-label="What you can do" className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        {folded.suspended ? (
          <button
            type="button"
            className={act}
            onClick={() => void put({ kind: 'unsuspend' }, 'Asked again.')}
          >
            Ask it again
          </button>
        ) : (
          <button type="button" className={act} onClick={() => void put({ kind: 'suspend' }, 'Suspended.')}>
            Suspend
          </button>
        )}
        {isBuried ? (
          <button type="button" className={act} onClick={() => void put({ kind: 'unbury' }, 'Dug up.')}>
            Dig it up
          </button>
        ) : (
          <button
            type="button"
            className={act}
            onClick={() => void put({ kind: 'bury', until: addDays(today, 1) }, 'Buried until tomorrow.')}
          >
            Bury until tomorrow
          </button>
        )}
        <button type="button" className={act} onClick={() => void put({ kind: 'reset' }, 'Reset.')}>
          Reset: begin anew
        </button>
        <FlagSelect
          label="Flag"
          flag={folded.flag}
          onFlag={(flag) => void put({ kind: 'flag', flag }, 'Flag set.')}
        />
      </div>
      <p role="status" className="text-[0.9375rem] text-soft">
        {said}
      </p>
      <QueueMark status={status} queue={queue} />
    </section>
  )
}
