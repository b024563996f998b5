'use client'

import { useEffect } from 'react'

/**
 * On any page of someone signed in: sends what still waits in this browser, and takes over what was
 * answered here while signed out. Costs nothing where nothing was ever answered. Shows nothing.
 */
export function QueueStarter({ learner }: { learner: string }) {
  useEffect(() => {
    const start = async () => {
      const databases = await indexedDB.databases()
      if (!databases.some(({ name }) => name === 'spanwise')) return
      const { openEventQueue } = await import('./browser-queue')
      await openEventQueue(learner)
    }
    // Not before the page is at rest. Safari has no idle callback.
    const idle = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 500))
    if (navigator.onLine) idle(() => void start())
  }, [learner])
  return null
}
