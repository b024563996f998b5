'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { addDays, type LocalDay } from '@/lib/review/day'
import type { ReviewEvent } from '@/lib/review/event'
import { type Flag, flagNames } from '@/lib/review/flag'
import { FlagSelect } from '../review/flag-select'
import { type Learner, type Mark, makeMark, makeUndo } from '../review/learner'
import { QueueMark } from '../review/queue-mark'
import { useEventQueue } from '../review/use-event-queue'

interface BulkBarProps {
  chosen: readonly string[]
  learner: Learner
  today: LocalDay
  onDone(): void
}

const button =
  'min-h-11 rounded border border-line-strong bg-raised px-4 hover:bg-sunken aria-disabled:text-soft aria-disabled:opacity-60'

/** What can be done to the chosen cards at once, and the way back. */
export function BulkBar({ chosen, learner, today, onDone }: BulkBarProps) {
  const router = useRouter()
  const { queue, status, add } = useEventQueue(learner.id)
  const [done, setDone] = useState<{ words: string; events: readonly ReviewEvent[] } | null>(null)
  const [said, setSaid] = useState('')
  const isEmpty = chosen.length === 0

  async function send(events: readonly ReviewEvent[]) {
    for (const event of events) add(event)
    await queue?.flush()
    router.refresh()
  }

  async function mark(mark: Mark, words: string) {
    if (isEmpty) return
    const at = Date.now()
    const events = chosen.map((cardId) => makeMark(learner, { cardId, at, source: 'deck' }, mark))
    await send(events)
    const sentence = `${chosen.length === 1 ? '1 card' : `${chosen.length} cards`} ${words}.`
    setDone({ words: sentence, events })
    setSaid(sentence)
    onDone()
  }

  async function takeBack() {
    if (!done) return
    const at = Date.now()
    await send(
      done.events.map(({ id, cardId }) => makeUndo(learner, { cardId, at, undoes: id, source: 'deck' })),
    )
    setDone(null)
    setSaid('Taken back.')
  }

  const acts: { name: string; act: Mark; words: string }[] = [
    { name: 'Suspend', act: { kind: 'suspend' }, words: 'suspended' },
    { name: 'Ask again', act: { kind: 'unsuspend' }, words: 'asked again' },
    {
      name: 'Bury until tomorrow',
      act: { kind: 'bury', until: addDays(today, 1) },
      words: 'buried until tomorrow',
    },
    { name: 'Reset', act: { kind: 'reset' }, words: 'reset' },
  ]
  return (
    <section aria-label="The chosen cards" className="my-5 grid gap-2">
      <div className="flex flex-wrap items-center gap-2 text-[0.9375rem]">
        {acts.map(({ name, act, words }) => (
          <button
            key={name}
            type="button"
            aria-disabled={isEmpty}
            onClick={() => void mark(act, words)}
            className={button}
          >
            {name}
          </button>
        ))}
        <FlagSelect
          label="Flag"
          flag={0}
          onFlag={(flag: Flag) => void mark({ kind: 'flag', flag }, `flagged: ${flagNames[flag]}`)}
        />
      </div>
      <p className="flex min-h-8 items-center gap-3 text-[0.9375rem] text-soft">
        <span role="status">{said || (isEmpty ? 'Choose cards to do something with them.' : '')}</span>
        {done && (
          <button type="button" onClick={() => void takeBack()} className="text-accent underline">
            Undo
          </button>
        )}
      </p>
      <QueueMark status={status} queue={queue} />
    </section>
  )
}
