'use client'

import { useState } from 'react'
import { takeRestartBack } from '@/lib/actions/take-restart-back'
import { dayWords } from '@/lib/review/words'
import type { DueQueue, ReviewMode } from './due-queue'

/** What a gentle restart still holds back, and the way to have it all at once after all. */
export function RestartedNote({
  due,
  onGoOn,
}: {
  due: DueQueue
  onGoOn(mode: ReviewMode): Promise<boolean>
}) {
  const [fault, setFault] = useState('')
  const { restarted, today } = due
  if (!restarted) return null

  async function takeBack() {
    const taken = await takeRestartBack().catch(() => null)
    const isDone = taken?.ok === true && (await onGoOn('due'))
    if (!isDone) setFault('The server cannot be reached. Nothing has changed; try again later.')
  }

  return (
    <p className="mt-4 text-[0.9375rem] text-soft">
      Your gentle start holds {restarted.cards === 1 ? '1 card' : `${restarted.cards} cards`} back, the last
      of them until {dayWords(restarted.until, today).replace(/^in \d+ days, on /, '')}.{' '}
      <button type="button" onClick={() => void takeBack()} className="text-accent underline">
        Take that back
      </button>
      <span role="status" className="text-error">
        {fault}
      </span>
    </p>
  )
}
