import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { Session } from '@/lib/review/session'
import { fetchDueQueue, type ReviewMode } from './due-queue'
import type { EventQueue } from './event-queue'

const CHANNEL = 'spanwise-review'
const RECHECK_MS = 30_000

interface Elsewhere {
  learner: string
  mode: ReviewMode
  queue: EventQueue | null
  current: RefObject<Session>
  touched: RefObject<ReadonlySet<string>>
  drop(cardIds: readonly string[]): void
}

/**
 * Keeps a session clear of cards graded elsewhere: other tabs of this browser say so at once; what other
 * devices did is asked of the server at the start and whenever the learner comes back to this tab.
 */
export function useGradedElsewhere({ learner, mode, queue, current, touched, drop }: Elsewhere) {
  const channel = useRef<BroadcastChannel | null>(null)

  useEffect(() => {
    const opened = new BroadcastChannel(CHANNEL)
    channel.current = opened
    opened.onmessage = ({ data }: MessageEvent<{ learner: string; cardId: string }>) => {
      if (data.learner === learner && mode !== 'cram') drop([data.cardId])
    }
    return () => opened.close()
  }, [learner, mode, drop])

  useEffect(() => {
    let checkedAt = 0
    const check = async () => {
      if (document.visibilityState !== 'visible' || Date.now() - checkedAt < RECHECK_MS || !queue) return
      checkedAt = Date.now()
      await queue.flush()
      const now = await fetchDueQueue(mode)
      if (!now?.dueIds) return
      const stillDue = new Set(now.dueIds)
      const { fresh, shown } = current.current.position
      const asked = shown ? [shown.cardId, ...fresh] : fresh
      drop(asked.filter((id) => !stillDue.has(id) && !touched.current.has(id)))
    }
    const onVisible = () => void check()
    // Once at the start, too: the page may be older than the last grade (another tab, the back button).
    onVisible()
    document.addEventListener('visibilitychange', onVisible)
    return () => document.removeEventListener('visibilitychange', onVisible)
  }, [queue, mode, current, touched, drop])

  const tellOthers = useCallback(
    (cardId: string) => channel.current?.postMessage({ learner, cardId }),
    [learner],
  )
  return { tellOthers }
}
