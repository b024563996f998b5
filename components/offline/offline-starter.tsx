'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { isAsset, isKeptPage, type PageMessage } from '@/lib/offline/keep'
import { tellWorker } from './tell-worker'

/**
 * Starts the service worker once a page is at rest, and tells it which pages are opened without its
 * seeing them, and when the reader changes. Shows nothing. `reader` is null for someone signed out.
 */
export function OfflineStarter({ reader }: { reader: string | null }) {
  const path = usePathname()
  const isFirst = useRef(true)
  const known = useRef(reader)

  useEffect(() => {
    // Hot reload and a cache of files do not go together.
    if (process.env.NODE_ENV !== 'production' || !navigator.serviceWorker) return
    const start = async () => {
      const { serviceWorker } = navigator
      await serviceWorker.register('/sw.js', { updateViaCache: 'none' })
      if (wentThroughWorker()) return
      const sayWhere = () => sayOpened(location.pathname)
      if (serviceWorker.controller) return sayWhere()
      serviceWorker.addEventListener('controllerchange', sayWhere, { once: true })
      // A worker that started while this page was on its way claimed the pages before it, not this one.
      const { active } = await serviceWorker.ready
      active?.postMessage({ says: 'claim' } satisfies PageMessage)
    }
    // A browser that refuses (private windows, blocked storage) goes on without.
    const quietly = () => void start().catch(() => {})
    const idle = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 500))
    const whenAtRest = () => idle(quietly)
    if (document.readyState === 'complete') whenAtRest()
    else addEventListener('load', whenAtRest, { once: true })
    return () => removeEventListener('load', whenAtRest)
  }, [])

  // The document's own path went through the worker; where the router leads after that did not.
  useEffect(() => {
    if (isFirst.current) isFirst.current = false
    else sayOpened(path)
  }, [path])

  useEffect(() => {
    if (known.current === reader) return
    known.current = reader
    tellWorker({ says: 'reader', reader, at: Date.now() })
  }, [reader])
  return null
}

/** Whether the worker saw this document being opened: not on a first visit, nor on a forced reload. */
function wentThroughWorker(): boolean {
  const [opening] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return opening !== undefined && opening.workerStart > 0
}

function sayOpened(path: string) {
  if (!isKeptPage(path)) return
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name, location.href))
  const own = loaded.filter(({ origin, pathname }) => origin === location.origin && isAsset(pathname))
  tellWorker({ says: 'opened', path, assets: own.map(({ pathname }) => pathname) })
}
