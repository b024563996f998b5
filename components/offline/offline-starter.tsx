'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { isAsset, isKeptPage } from '@/lib/offline/keep'
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
      const isUnseen = cameWithoutWorker()
      const tell = () => sayOpened(location.pathname)
      // Before the worker is asked for: it may take this page over while its registration is under way.
      if (isUnseen) navigator.serviceWorker.addEventListener('controllerchange', tell, { once: true })
      await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
      // Or it had done so before this script ran.
      if (isUnseen && navigator.serviceWorker.controller) tell()
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

/** Whether this document was fetched while no worker looked on, as each is before the first worker is at work. */
function cameWithoutWorker(): boolean {
  const [opening] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return (opening?.workerStart ?? 0) === 0
}

function sayOpened(path: string) {
  if (!isKeptPage(path)) return
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name, location.href))
  const own = loaded.filter(({ origin, pathname }) => origin === location.origin && isAsset(pathname))
  tellWorker({ says: 'opened', path, assets: own.map(({ pathname }) => pathname) })
}
