'use client'

import Link from 'next/link'
import { useSyncExternalStore } from 'react'
import type { EventQueue, QueueStatus } from './event-queue'

const reasons: Record<string, string> = {
  ahead_of_clock: 'it lies in the future: this device’s clock is wrong',
  before_account: 'it is older than your account',
  unknown_card: 'its card is no longer part of the course',
  invalid: 'the server could not read it',
}

/**
 * Offline, and what waits: a quiet mark, told politely. Shown only when something stands between the
 * learner's grades and the server, and never in the way of the next card.
 */
export function QueueMark({ status, queue }: { status: QueueStatus; queue: EventQueue | null }) {
  const isOnline = useSyncExternalStore(
    subscribeOnline,
    () => navigator.onLine,
    () => true,
  )
  const sentence = sentenceOf(status, isOnline)
  const { refused } = status
  return (
    <div className="text-center text-[0.875rem] text-soft">
      <p role="status">
        {sentence && (
          <span className="inline-flex items-baseline gap-2 rounded border border-line bg-raised px-3 py-1">
            <span aria-hidden="true" className="size-2 self-center rounded-full border-2 border-log" />
            {sentence}
          </span>
        )}
      </p>
      {status.connection === 'signed_out' && (
        <p className="pt-1">
          <Link href="/sign-in?from=%2Freview" className="text-accent underline">
            Sign in to send them
          </Link>
        </p>
      )}
      {refused.length > 0 && (
        <details className="pt-2">
          <summary className="text-error">{grades(refused.length)} could not be kept</summary>
          <ul>
            {refused.map(({ id, code, event }) => (
              <li key={id}>
                {event.cardId}: {reasons[code] ?? code}
              </li>
            ))}
          </ul>
          <button
            type="button"
            onClick={() => void queue?.forgetRefused()}
            className="mt-1 rounded border border-line-strong px-3 py-1 text-ink"
          >
            Remove this note
          </button>
        </details>
      )}
    </div>
  )
}

function sentenceOf({ waiting, connection, isDurable }: QueueStatus, isOnline: boolean): string | null {
  const kept = isDurable ? 'in this browser' : 'in this tab: leave it open until they are sent'
  const what = `${grades(waiting)} ${waiting === 1 ? 'waits' : 'wait'} ${kept}.`
  if (!isOnline) return waiting > 0 ? `Offline. ${what}` : 'Offline. Go on; your grades will wait here.'
  if (waiting === 0 || connection === 'ok') return null
  if (connection === 'signed_out') return `You are signed out. ${what}`
  if (connection === 'other_learner')
    return `Someone else is signed in here. ${what} They are sent to nobody else.`
  return connection === 'offline' ? `Offline. ${what}` : `The server does not answer. ${what}`
}

function grades(count: number): string {
  return count === 1 ? '1 grade' : `${count} grades`
}

function subscribeOnline(changed: () => void): () => void {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}
