import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { ReviewEvent } from '@/lib/review/event'
import { openEventQueue } from './browser-queue'
import type { EventQueue, QueueStatus } from './event-queue'

const opening: QueueStatus = { waiting: 0, refused: [], connection: 'ok', isDurable: true }
const never = () => () => {}

/** The learner's queue of events in this browser, and its status; null until it is open. */
export function useEventQueue(owner: string) {
  const [queue, setQueue] = useState<EventQueue | null>(null)
  useEffect(() => {
    let isCurrent = true
    void openEventQueue(owner).then((opened) => {
      if (isCurrent) setQueue(opened)
    })
    return () => {
      isCurrent = false
    }
  }, [owner])
  const status = useSyncExternalStore(
    queue?.subscribe ?? never,
    queue?.getStatus ?? (() => opening),
    () => opening,
  )
  // Works before the queue is open, too: the event is handed over as soon as it is.
  const add = useCallback(
    (event: ReviewEvent) => {
      void openEventQueue(owner).then((opened) => opened.add(event))
    },
    [owner],
  )
  return { queue, status, add }
}
